package rapport.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files in docs/contracts, by which services agree on messages. */
public final class Contracts {
    private Contracts() {}

    public static String example(String topic, String type) {
        return read(topic, type + ".example.json");
    }

    public static void assertValid(String topic, String type, String message) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(topic, type + ".schema.json"));
        assertThat(schema.validate(message, InputFormat.JSON)).as(message).isEmpty();
    }

    private static String read(String topic, String file) {
        try {
            return Files.readString(contracts().resolve(topic).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path contracts() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/contracts");
    }
}
