package rapport.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;

/**
 * Reads parts straight from the document as long as all are readable. The first one that is not ends that with {@link Faulty};
 * the document is then read again {@link #ONE_BY_ONE}, where each part becomes a tree first.
 */
final class PartReader extends JsonDeserializer<Part<?>> implements ContextualDeserializer {
    /** Attribute of the reader, set to anything. */
    static final String ONE_BY_ONE = "rapport.parts-one-by-one";

    private final JavaType type;
    private final JsonDeserializer<Object> delegate;

    /** For Jackson, which then asks for a contextual one. */
    PartReader() {
        this(null, null);
    }

    private PartReader(JavaType type, JsonDeserializer<Object> delegate) {
        this.type = type;
        this.delegate = delegate;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
            throws JsonMappingException {
        JavaType part = context.getContextualType().containedTypeOrUnknown(0);
        return new PartReader(part, context.findRootValueDeserializer(part));
    }

    @Override
    public Part<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (context.getAttribute(ONE_BY_ONE) != null) {
            return alone(context.readTree(parser), context);
        }
        try {
            return new Part.Readable<>(delegate.deserialize(parser, context));
        } catch (JsonMappingException e) {
            throw new Faulty(parser, e);
        }
    }

    private Part<?> alone(JsonNode tree, DeserializationContext context) throws IOException {
        try (JsonParser parser = tree.traverse(context.getParser().getCodec())) {
            parser.nextToken();
            return new Part.Readable<>(delegate.deserialize(parser, context));
        } catch (JsonMappingException e) {
            return new Part.Unreadable<>(tree, type);
        }
    }

    @Override
    public Part<?> getNullValue(DeserializationContext context) {
        return new Part.Unreadable<>(NullNode.instance, type);
    }

    /** Some part is not readable. */
    static final class Faulty extends JsonMappingException {
        private Faulty(JsonParser parser, JsonMappingException cause) {
            super(parser, "a part is not readable", cause);
        }
    }
}
