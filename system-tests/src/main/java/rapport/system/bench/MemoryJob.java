package rapport.system.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import rapport.system.SpeakerLists;

/** How much more memory the service has resident while it exports the long list than while it exports the short one. */
final class MemoryJob {
    private static final int WARM_UPS = 60;
    private static final double FLAT_MB = 20;

    private final SpeakerLists lists;
    private final PeakMemory memory;
    private final PrintStream out;

    MemoryJob(SpeakerLists lists, PeakMemory memory, PrintStream out) {
        this.lists = lists;
        this.memory = memory;
        this.out = out;
    }

    void run(String few, String many) throws IOException, InterruptedException {
        Path file = lists.file("memory.csv");
        // A heap of fixed size becomes resident as it is used for the first time, whatever it is used for.
        for (int i = 0; i < WARM_UPS; i++) {
            lists.download(few, "format=csv", file);
        }
        double small = memory.of(() -> lists.download(few, "format=csv", file));
        double large = memory.of(() -> lists.download(many, "format=csv", file));
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
}
