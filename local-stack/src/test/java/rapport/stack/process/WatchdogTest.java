package rapport.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    /** Stands for a launcher that is killed: it watches a process and never gets to stop it. */
    static final class Launcher {
        public static void main(String[] arguments) throws Exception {
            Watchdog.over(Long.parseLong(arguments[0]), "TERM");
            System.out.println("watching");
            ParentWatch.awaitEndOfInput();
        }
    }

    @Test
    void aKilledLauncherLeavesNoOrphan() throws Exception {
        var orphan = new ProcessBuilder("sleep", "600").start();
        var launcher = new ProcessBuilder(List.of(
                        JavaProcess.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        Long.toString(orphan.pid())))
                .start();
        assertThat(launcher.inputReader().readLine()).isEqualTo("watching");

        launcher.destroyForcibly();

        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aClosedWatchdogKillsNothing() throws Exception {
        var process = new ProcessBuilder("sleep", "600").start();

        Watchdog.over(process.pid(), "TERM").close();

        assertThat(process.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        process.destroyForcibly();
    }

    @Test
    void theCommandOfTheRunningJvmIsFound() {
        assertThat(Path.of(JavaProcess.java())).isExecutable();
    }
}
