package rapport.stack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The class path of the parts: written by the build, because the tests that start them have none of it on their own
 * class path.
 */
public final class ClassPath {
    private static final String RESOURCE = "rapport/stack/class-path.txt";

    private ClassPath() {}

    public static String ofTheStack() {
        URL resource = ClassPath.class.getClassLoader().getResource(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("the build did not write " + RESOURCE + ": build with ./mvnw");
        }
        try (var content = resource.openStream()) {
            String dependencies = new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
            return own(resource) + File.pathSeparator + dependencies;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path own(URL resource) throws IOException {
        try {
            if (resource.getProtocol().equals("jar")) {
                return Path.of(((JarURLConnection) resource.openConnection())
                        .getJarFileURL()
                        .toURI());
            }
            // Quarkus gives plain file locations even for what it reads with a class loader of its own.
            String location = resource.toString();
            return Path.of(new URI(location.substring(0, location.length() - RESOURCE.length())));
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }
}
