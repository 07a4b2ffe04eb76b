package rapport.contacts.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody met the caller and would like to see their card. */
@Schema(name = "ConsentRequest")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentRequestView(
        @Schema(required = true, examples = "019aa0f6-3e11-7d3e-9a52-3f6c0a2b9f31")
        UUID id,

        @Schema(required = true) ConsentState state,

        @Schema(
                nullable = true,
                description = "Who asks; absent when they are not registered anywhere.",
                examples = "Maya Okafor")
        String name,

        @Schema(nullable = true, examples = "Medizinische Universität Wien")
        String affiliation,

        @Schema(required = true, description = "Where they met.")
        List<Meeting> events,

        @Schema(required = true) Instant askedAt,

        @Schema(
                required = true,
                description = "From then on an unanswered request is EXPIRED; it can still be answered.")
        Instant expiresAt) {

    static ConsentRequestView of(Tuple row, ConsentConfig config) {
        Instant asked = Instant.ofEpochMilli(row.get("asked_at", Number.class).longValue());
        return new ConsentRequestView(
                row.get("id", UUID.class),
                ConsentState.valueOf(row.get("state", String.class)),
                row.get("display_name", String.class),
                row.get("affiliation", String.class),
                Meeting.list(row.get("events", String.class)),
                asked,
                asked.plus(config.expiry()));
    }
}
