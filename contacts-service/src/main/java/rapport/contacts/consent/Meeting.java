package rapport.contacts.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.json.Json;

/** An event at which the two met. */
@Schema(name = "MetAt")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Meeting(
        @Schema(required = true) UUID eventId,

        @Schema(nullable = true, examples = "Young Cardiology Days 2026")
        String name) {
    private static final TypeReference<List<Meeting>> LIST = new TypeReference<>() {};

    static List<Meeting> list(String json) {
        try {
            return Json.lenient().readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the database wrote as JSON is not readable", e);
        }
    }
}
