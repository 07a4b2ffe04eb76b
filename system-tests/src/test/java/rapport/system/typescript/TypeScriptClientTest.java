package rapport.system.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Frontends are built on the committed descriptions: clients made from them have to compile without a complaint. */
class TypeScriptClientTest {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    // The JavaScript engine is a native library, which comes for this platform only.
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void clientsGeneratedFromTheThreeDescriptionsCompileUnderStrict() throws Exception {
        Path clients = TARGET.resolve("typescript");
        for (String service : List.of("events", "contacts", "followup")) {
            generate(service, clients.resolve(service));
        }
        Path frontend = clients.resolve("frontend.ts");
        try (InputStream in = getClass().getResourceAsStream("/typescript/frontend.ts")) {
            Files.write(frontend, in.readAllBytes());
        }
        var files = new ArrayList<Path>();
        try (Stream<Path> generated = Files.walk(clients)) {
            generated.filter(path -> path.toString().endsWith(".ts")).forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(TypeScript.faults(files)).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void aWrongFrontendDoesNotCompile() throws Exception {
        Path wrong = Files.createDirectories(TARGET.resolve("typescript-wrong")).resolve("wrong.ts");
        Files.writeString(wrong, "export const seats: number = [\"one\"].map((seat) => seat);\n");
        assertThat(TypeScript.faults(List.of(wrong)))
                .singleElement()
                .asString()
                .contains("wrong.ts:1", "not assignable to type 'number'");
    }

    private static void generate(String service, Path folder) throws IOException, InterruptedException {
        Path log = TARGET.resolve("typescript-" + service + ".log");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        TARGET.resolve("tools/openapi-generator.jar").toString(),
                        "generate",
                        "-g",
                        "typescript-fetch",
                        "-i",
                        Path.of("..", "docs", "api", service + "-service.yaml").toString(),
                        "-o",
                        folder.toString(),
                        "--global-property",
                        "apiDocs=false,modelDocs=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(generator.waitFor(3, TimeUnit.MINUTES)).as("%s is done", log).isTrue();
        assertThat(generator.exitValue()).as(Files.readString(log)).isZero();
    }
}
