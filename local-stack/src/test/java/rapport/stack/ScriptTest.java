package rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    private static final Path SCRIPT = Path.of("..", "rapport").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    @Test
    void helpListsTheCommands() throws Exception {
        assertThat(run(SCRIPT, Map.of(), "help").output()).contains("run", "test", "bench", "token");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheList() throws Exception {
        var result = run(SCRIPT, Map.of(), "fly");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("./rapport run");
    }

    @Test
    void itWorksFromAPathWithSpacesAndTellsThatNothingRuns() throws Exception {
        Path home = Files.createDirectories(directory.resolve("a path with spaces"));
        Path copy = Files.copy(SCRIPT, home.resolve("rapport"));

        var result = run(copy, Map.of("JAVA_HOME", System.getProperty("java.home")), "token", "maya");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).isEqualTo("Rapport is not running here: start it with ./rapport run\n");
    }

    @Test
    void aJdkThatIsTooOldIsNotTaken() throws Exception {
        Path old = Files.createDirectories(directory.resolve("old/bin")).getParent();
        Files.copy(Path.of("/bin/sh"), old.resolve("bin/javac"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Path home = Files.createDirectories(directory.resolve("home"));
        // Without the usual places, as on a machine that has no other JDK.
        String script = Files.readString(SCRIPT)
                .replace("/usr/lib/jvm/* /opt/*", "")
                .replace("/Library/Java/JavaVirtualMachines/*/Contents/Home", "");
        Path copy = Files.writeString(home.resolve("rapport"), script);
        assertThat(copy.toFile().setExecutable(true)).isTrue();

        var result = run(
                copy,
                Map.of(
                        "JAVA_HOME",
                        old.toString(),
                        "PATH",
                        toolsWithoutJava().toString(),
                        "HOME",
                        directory.toString()),
                "test");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).startsWith("Rapport needs a JDK 25").hasLineCount(1);
    }

    /** A path on which no JDK can be, wherever this machine has its own. */
    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(directory.resolve("tools"));
        for (String tool : List.of("dirname", "sed", "readlink")) {
            Path found = Stream.of("/bin", "/usr/bin")
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.copy(found, tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return tools;
    }

    private record Result(int status, String output) {}

    private Result run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var line = new java.util.ArrayList<>(List.of("/bin/sh", script.toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().remove("SDKMAN_DIR");
        var process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
