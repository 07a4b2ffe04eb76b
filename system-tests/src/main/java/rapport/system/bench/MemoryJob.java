package rapport.system.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much more memory the service has resident while it exports the long list than while it exports the short one. */
final class MemoryJob {
    private static final int WARM_UPS = 60;
    private static final double FLAT_MB = 20;

    private final SpeakerLists lists;
    private final long pid;
    private final PrintStream out;

    MemoryJob(SpeakerLists lists, long pid, PrintStream out) {
        this.lists = lists;
        this.pid = pid;
        this.out = out;
    }

    void run(String few, String many) throws IOException, InterruptedException {
        Path file = lists.file("memory.csv");
        // A heap of fixed size becomes resident as it is used for the first time, whatever it is used for.
        for (int i = 0; i < WARM_UPS; i++) {
            lists.download(few, "format=csv", file);
        }
        double small = peak(few, file);
        double large = peak(many, file);
        out.printf(
                Locale.ROOT,
                "%nresident memory of events-service at its peak: %.1f MB with the short list, %.1f MB with the long one:"
                        + " %+.1f MB, %s (within %.0f)%n",
                small,
                large,
                large - small,
                large - small <= FLAT_MB ? "flat" : "NOT FLAT",
                FLAT_MB);
    }

    private double peak(String event, Path file) throws IOException, InterruptedException {
        // Tells Linux to forget the high-water mark.
        Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5");
        lists.download(event, "format=csv", file);
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IllegalStateException("this system does not tell what is resident");
    }
}
