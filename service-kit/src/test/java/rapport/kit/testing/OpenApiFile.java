package rapport.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The committed description of a service's API. A change of the API is a change of this file, which reviewers and generated
 * clients see.
 */
public final class OpenApiFile {
    private static final String WRITE = "openapi.write";

    private OpenApiFile() {}

    /**
     * Asserts that the served document equals the committed one; with {@code -Dopenapi.write=true} writes it instead.
     *
     * @param base the address of the running service
     * @param file {@link #of(String)}, or another place
     */
    public static void assertCommitted(URI base, Path file) {
        HttpResponse<String> served = new Door(base, (String) null).get("/q/openapi?format=yaml");
        assertThat(served.statusCode()).isEqualTo(200);
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, served.body());
            }
            assertThat(file)
                    .as("the committed description; write it with -D%s=true", WRITE)
                    .exists();
            assertThat(Files.readString(file))
                    .as("%s differs from what is served; write it with -D%s=true and review the change", file, WRITE)
                    .isEqualTo(served.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file {@code docs/api/<service>.yaml} of the repository that the test runs in. */
    public static Path of(String service) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside the repository");
        }
        return folder.resolve("docs/api").resolve(service + ".yaml");
    }
}
