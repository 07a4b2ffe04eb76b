package rapport.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** JSON outside of requests: messages, stored documents, comparisons. Instants are RFC 3339 texts. */
public final class Json {
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private static final ObjectMapper CANONICAL = LENIENT.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** For messages: properties that are not known are ignored, so that producers can add some. Shared: do not configure it. */
    public static ObjectMapper lenient() {
        return LENIENT;
    }

    /**
     * A text that is the same for values that are the same JSON: members sorted by name on every level, no white space.
     *
     * @throws IllegalArgumentException when the value cannot be written as JSON
     */
    public static String canonical(Object value) {
        try {
            JsonNode tree = value instanceof String text
                    ? LENIENT.getNodeFactory().textNode(text)
                    : CANONICAL.valueToTree(value);
            return CANONICAL.writeValueAsString(CANONICAL.treeToValue(tree, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON", e);
        }
    }
}
