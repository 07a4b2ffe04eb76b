package rapport.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;

/** The folder that holds a stack's data. One stack at a time: the lock ends with the process, however it ends. */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartFailed("Rapport is already running on the data in " + path
                        + ": stop it first (Ctrl-C in its terminal).");
            }
            return new DataDirectory(path, channel, lock);
        } catch (IOException failure) {
            throw new StartFailed("The data directory " + path + " cannot be used: " + failure.getMessage());
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A random secret of 32 bytes, made once and kept with the data. */
    String secret(String name) {
        Path file = path.resolve("secrets").resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException firstUse) {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            String secret = Base64.getEncoder().encodeToString(bytes);
            write(file, secret);
            return secret;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything but the lock itself. */
    void wipe() {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(path) && !file.equals(path.resolve("lock"))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new StartFailed("The old data in " + path + " could not be deleted: " + failure.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
