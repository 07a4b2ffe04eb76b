package rapport.followup.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What mail servers accepted, on disk before the database knows. After a crash, or when the database comes back from a
 * backup, it tells what must not be sent again. One file per process and day; whoever starts reads them all. A line holds ids
 * only.
 */
final class SendJournal implements AutoCloseable {

    private static final String SUFFIX = ".sent";

    private final Path directory;
    private final UUID process;
    private Path path;
    private FileChannel file;
    private LocalDate day;

    /** What a line says. */
    record Entry(UUID followUpId, UUID deliveryId) {}

    private SendJournal(Path directory, UUID process) throws IOException {
        this.directory = directory;
        this.process = process;
        this.path = directory.resolve(process + SUFFIX);
        this.file = opened(path);
    }

    static SendJournal open(Path directory, UUID process) {
        try {
            Files.createDirectories(directory);
            return new SendJournal(directory, process);
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
            turnTo(sent.getLast().at().atZone(ZoneOffset.UTC).toLocalDate());
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    /** A file for each day, so that old ones can be forgotten as a whole. */
    private void turnTo(LocalDate next) throws IOException {
        if (day != null && !day.equals(next)) {
            Path nextPath = directory.resolve(process + "-" + next + SUFFIX);
            FileChannel nextFile = opened(nextPath);
            file.close();
            file = nextFile;
            path = nextPath;
        }
        day = next;
    }

    private static FileChannel opened(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Deletes the files of all processes that were written last before that. @return how many */
    synchronized int forget(Instant before) {
        int forgotten = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each :
                    files.filter(other -> other.toString().endsWith(SUFFIX)).toList()) {
                boolean old = Files.getLastModifiedTime(each).toInstant().isBefore(before);
                forgotten += old && !each.equals(path) && Files.deleteIfExists(each) ? 1 : 0;
            }
            return forgotten;
        } catch (IOException e) {
            throw new UncheckedIOException("old journals cannot be deleted", e);
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
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
