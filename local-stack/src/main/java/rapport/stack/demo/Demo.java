package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import rapport.stack.Stack;

/** What the steps of a journey hand on to each other. */
final class Demo {
    static final String ORGANIZER = "olga";
    static final String ATTENDEE = "maya";

    private final Stack stack;
    private final Api api;
    private final Summary summary = new Summary();
    private final Map<String, String> ids = new HashMap<>();

    Demo(Stack stack, Api api) {
        this.stack = stack;
        this.api = api;
    }

    Stack stack() {
        return stack;
    }

    Api api() {
        return api;
    }

    Summary summary() {
        return summary;
    }

    void keep(String name, String id) {
        ids.put(name, id);
    }

    String kept(String name) {
        return Optional.ofNullable(ids.get(name))
                .orElseThrow(() -> new StepFailed("an earlier step did not leave " + name));
    }

    String event() {
        return kept("event");
    }

    /** Asks until there is an answer: what the services tell each other takes a moment. */
    JsonNode await(String what, Supplier<Optional<JsonNode>> question) {
        return awaiting(Duration.ofSeconds(60), what, question);
    }

    private static <T> T awaiting(Duration longest, String what, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StepFailed("interrupted while waiting for " + what);
            }
        }
        throw new StepFailed("waited " + longest.toSeconds() + " s for " + what + " in vain");
    }
}
