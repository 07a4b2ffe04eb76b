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
            Watchdog.over(Long.parseLong(arguments[0]), "TERM", 1);
            System.out.println("watching");
            ParentWatch.awaitEndOfInput();
        }
    }

    @Test
    void aKilledLauncherLeavesNoOrphan() throws Exception {
        assertThat(endsWithItsLauncher(new ProcessBuilder("sleep", "600").start()))
                .isTrue();
    }

    @Test
    void aKilledLauncherLeavesNoOrphanThatDoesNotWantToEnd() throws Exception {
        assertThat(endsWithItsLauncher(new ProcessBuilder("sh", "-c", "trap '' TERM; exec sleep 600").start()))
                .isTrue();
    }

    private static boolean endsWithItsLauncher(Process orphan) throws Exception {
        var launcher = new ProcessBuilder(List.of(
                        JavaProcess.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        Long.toString(orphan.pid())))
                .start();
        assertThat(launcher.inputReader().readLine()).isEqualTo("watching");

        launcher.destroyForcibly();

        return orphan.waitFor(10, TimeUnit.SECONDS);
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
