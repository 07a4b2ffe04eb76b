package rapport.kit.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * An element of a list whose elements stand for themselves: what is wrong with one is no fault of the document. Its value is asked
 * for by {@link JsonBodies#value}.
 */
@JsonDeserialize(using = PartReader.class)
public sealed interface Part<T> {

    /** It could be read; nobody has looked at its constraints yet. */
    record Readable<T>(T value) implements Part<T> {}

    /** It could not be read as the type. */
    record Unreadable<T>(JsonNode tree, JavaType type) implements Part<T> {}
}
