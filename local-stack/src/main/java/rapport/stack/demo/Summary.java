package rapport.stack.demo;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the journey did, in numbers and reasons that came from the APIs. */
final class Summary {
    private final Map<String, String> lines = new LinkedHashMap<>();

    void add(String label, Object value) {
        lines.put(label, value.toString());
    }

    void print(PrintStream out) {
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((label, value) -> out.printf("  %-" + width + "s  %s%n", label, value));
    }
}
