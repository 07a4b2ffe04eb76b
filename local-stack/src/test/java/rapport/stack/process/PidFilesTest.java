package rapport.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
    @TempDir
    private Path directory;

    private Process process;

    @BeforeEach
    void aLongRunningProcess() throws Exception {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aLeftoverIsStoppedAndNamed() throws Exception {
        var pids = new PidFiles(directory);
        pids.remember("events-service", process.pid());

        var stopped = new PidFiles(directory).stopLeftovers();

        assertThat(stopped).containsExactly("events-service");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(new PidFiles(directory).stopLeftovers()).isEmpty();
    }

    @Test
    void aProcessThatGotTheSamePidLaterIsLeftAlone() throws Exception {
        Files.writeString(directory.resolve("kafka.pid"), process.pid() + " 1000 " + directory + "\n");

        assertThat(new PidFiles(directory).stopLeftovers()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void theProcessesOfACopiedDirectoryAreLeftAlone() throws Exception {
        var pids = new PidFiles(directory);
        pids.remember("kafka", process.pid());
        Path copy = Files.createDirectory(directory.resolve("copy"));
        Files.copy(directory.resolve("kafka.pid"), copy.resolve("kafka.pid"));

        assertThat(new PidFiles(copy).stopLeftovers()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }
}
