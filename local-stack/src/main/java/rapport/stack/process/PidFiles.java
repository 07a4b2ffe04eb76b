package rapport.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers which processes belong to a data directory, so that the next start can end what a killed launcher left.
 *
 * <p>A pid alone proves nothing, it is given to others later: the process is ours only when its start time agrees.
 */
public final class PidFiles {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path directory;

    public PidFiles(Path directory) {
        this.directory = directory;
    }

    public void remember(String name, long pid) {
        ProcessHandle.of(pid).flatMap(process -> process.info().startInstant()).ifPresent(started -> {
            try {
                Files.createDirectories(directory);
                Files.writeString(file(name), pid + " " + started.toEpochMilli() + " " + directory + "\n");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends what is left of an earlier run, all at once, and returns the names of what had to be ended. */
    public List<String> stopLeftovers() {
        List<String> stopped = new ArrayList<>();
        List<ProcessHandle> ending = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(".pid", "");
            leftover(file).ifPresent(process -> {
                process.destroy();
                ending.add(process);
                stopped.add(name);
            });
            forget(name);
        }
        ending.forEach(PidFiles::awaitEndOrKill);
        return stopped;
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Optional<ProcessHandle> leftover(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ", 3);
            if (!words[2].equals(directory.toString())) {
                // A copied data directory: those processes belong to the original.
                return Optional.empty();
            }
            Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(start ->
                                    Duration.between(start, started).abs().toSeconds() < 2)
                            .isPresent());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static void awaitEndOrKill(ProcessHandle process) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException tooSlow) {
            process.destroyForcibly();
            end.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".pid");
    }
}
