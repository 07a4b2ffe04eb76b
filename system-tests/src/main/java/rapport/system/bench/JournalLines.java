package rapport.system.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what followup-service wrote into its journal: a line for each message that was sent, just before its row is changed. */
final class JournalLines {
    private final Path directory;
    private final Map<Path, Long> read = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private long lines;

    JournalLines(Path directory) {
        this.directory = directory;
    }

    /** Since the first time. Costs as much as was written since the last. */
    long count() throws IOException {
        List<Path> files;
        try (var all = Files.list(directory)) {
            files = all.toList();
        }
        for (Path file : files) {
            read.put(file, count(file, read.getOrDefault(file, 0L)));
        }
        return lines;
    }

    private long count(Path file, long from) throws IOException {
        long position = from;
        try (var channel = FileChannel.open(file)) {
            for (int n = channel.read(buffer.clear(), position); n > 0; n = channel.read(buffer.clear(), position)) {
                position += n;
                for (int i = 0; i < n; i++) {
                    lines += buffer.get(i) == '\n' ? 1 : 0;
                }
            }
        }
        return position;
    }
}
