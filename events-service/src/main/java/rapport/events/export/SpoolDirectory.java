package rapport.events.export;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Where lists lie while they are sent: a directory of this process that nobody else can read. What processes left that were
 * killed is removed at the next start, since it is personal data.
 */
@ApplicationScoped
class SpoolDirectory {
    private static final Logger LOG = Logger.getLogger(SpoolDirectory.class);
    private static final String PREFIX = "rapport-exports-";

    private final Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    private final Path own = parent.resolve(PREFIX + ProcessHandle.current().pid());

    void start(@Observes StartupEvent started) throws IOException {
        try (var siblings = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path sibling : siblings) {
                if (sibling.equals(own) || isOrphan(sibling)) {
                    remove(sibling);
                }
            }
        }
        Files.createDirectory(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    Path newFile() throws IOException {
        return Files.createTempFile(own, "", ".part");
    }

    private static boolean isOrphan(Path directory) {
        String pid = directory.getFileName().toString().substring(PREFIX.length());
        return pid.matches("\\d{1,18}")
                && Optional.of(Long.parseLong(pid)).flatMap(ProcessHandle::of).isEmpty();
    }

    private static void remove(Path directory) {
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            LOG.warnf("what an ended process left was not removed, tried again at the next start: %s", e.toString());
        }
    }
}
