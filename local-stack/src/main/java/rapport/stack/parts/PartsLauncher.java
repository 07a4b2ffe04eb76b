package rapport.stack.parts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import rapport.stack.process.ClassPath;
import rapport.stack.process.JavaProcess;

/** Starts the parts process and holds its input open for as long as this JVM lives. */
final class PartsLauncher {
    private PartsLauncher() {}

    static String start() {
        try {
            Path directory = Files.createTempDirectory("rapport-parts-");
            Path log = directory.resolve("parts.log");
            Process process = new ProcessBuilder(
                            JavaProcess.java(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            ClassPath.ofTheStack(),
                            "rapport.stack.parts.PartsProcess",
                            directory.toString())
                    .redirectError(Redirect.to(log.toFile()))
                    .start();
            String settings = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (settings == null) {
                throw new IllegalStateException("the parts did not start:\n" + Files.readString(log));
            }
            holdInput(process);
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A collected Process would close the pipe, and the parts would stop in the middle of a test run. */
    private static void holdInput(Process process) {
        Thread.ofPlatform().daemon().name("rapport-parts").start(() -> {
            try {
                process.waitFor();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
