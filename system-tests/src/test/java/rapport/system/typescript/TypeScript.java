package rapport.system.typescript;

import com.caoccao.javet.annotations.V8Function;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The TypeScript compiler, run inside the JVM: nobody needs Node to build this project. */
final class TypeScript {
    private static final String LIBRARY = "/META-INF/resources/webjars/typescript/";

    private TypeScript() {}

    /** What the compiler reads, called from its JavaScript. */
    public static final class Sources {
        private final String library;

        Sources(String library) {
            this.library = library;
        }

        /** The text of a file; a name that begins with {@code lib.} is one of the compiler's own. Null when there is none. */
        @V8Function
        public String read(String name) {
            return name.startsWith("/lib/") ? resource(library + name.substring(1)) : file(Path.of(name));
        }

        private static String file(Path path) {
            try {
                return Files.isRegularFile(path) ? Files.readString(path) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Compiles the files under {@code strict} without writing anything. One line for each fault; empty when all is well. */
    static List<String> faults(List<Path> files) throws JavetException {
        String library = LIBRARY + version() + "/";
        try (V8Runtime engine = V8Host.getV8Instance().createV8Runtime();
                V8ValueObject host = engine.createV8ValueObject()) {
            host.bind(new Sources(library));
            engine.getGlobalObject().set("host", host);
            engine.getExecutor(resource(library + "lib/typescript.js")).executeVoid();
            engine.getExecutor(resource("/typescript/check.js")).executeVoid();
            String names = files.stream()
                    .map(path -> '"' + path.toString() + '"')
                    .toList()
                    .toString();
            String faults = engine.getExecutor("check(" + names + ")").executeString();
            return faults.lines().toList();
        }
    }

    private static String version() {
        var properties = new Properties();
        try (InputStream in =
                TypeScript.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/typescript/pom.properties")) {
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = TypeScript.class.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
