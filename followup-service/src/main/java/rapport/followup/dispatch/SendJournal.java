package rapport.followup.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What mail servers accepted, on disk before the database knows. After a crash, or when the database comes back from a
 * backup, it tells what must not be sent again. One file per process; whoever starts reads them all. A line holds ids only.
 */
final class SendJournal implements AutoCloseable {

    private static final String SUFFIX = ".sent";

    private final Path directory;
    private final FileChannel file;

    /** What a line says. */
    record Entry(UUID followUpId, UUID deliveryId) {}

    private SendJournal(Path directory, FileChannel file) {
        this.directory = directory;
        this.file = file;
    }

    static SendJournal open(Path directory, UUID process) {
        try {
            Files.createDirectories(directory);
            return new SendJournal(
                    directory,
                    FileChannel.open(
                            directory.resolve(process + SUFFIX),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be opened, so nothing can be sent", e);
        }
    }

    /** Returns when all lines are on the disk. */
    synchronized void append(List<Completion> sent) {
        if (sent.isEmpty()) {
            return;
        }
        String lines = sent.stream()
                .map(each -> each.at() + " " + each.followUpId() + " " + each.deliveryId() + " " + each.fence() + "\n")
                .collect(Collectors.joining());
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    /** All entries of all processes, by delivery. A line that a crash cut off does not count. */
    Map<UUID, Entry> read() {
        Map<UUID, Entry> entries = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                for (String line :
                        Files.readString(each, StandardCharsets.US_ASCII).split("\n")) {
                    String[] parts = line.split(" ");
                    if (parts.length == 4 && parts[1].length() == 36 && parts[2].length() == 36) {
                        UUID delivery = UUID.fromString(parts[2]);
                        entries.put(delivery, new Entry(UUID.fromString(parts[1]), delivery));
                    }
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be read, so nothing can be decided", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
