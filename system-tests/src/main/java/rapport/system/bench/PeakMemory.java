package rapport.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process has had resident at most, by what Linux tells. */
final class PeakMemory {
    /** Something to do, and its peak to be seen. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    private final long pid;

    PeakMemory(long pid) {
        this.pid = pid;
    }

    /** The peak while the work was done, in megabytes. */
    double of(Work work) throws IOException, InterruptedException {
        // Forgets the high-water mark.
        Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5");
        work.run();
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IllegalStateException("this system does not tell what is resident");
    }
}
