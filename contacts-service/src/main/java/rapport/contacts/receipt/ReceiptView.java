package rapport.contacts.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consent that was given or taken back. */
@Schema(name = "ConsentReceipt")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        @Schema(required = true, examples = "019aa0f6-3e11-7d3e-9a52-3f6c0a2b9f41")
        UUID id,

        @Schema(required = true) Kind kind,
        @Schema(required = true) Through through,

        @Schema(required = true, description = "For what: to stay in touch after an event.", examples = "NETWORKING")
        String purpose,

        @Schema(
                nullable = true,
                description = "The holder's contact. Absent when it was given to all who meet the person at the event.")
        UUID contactId,

        @Schema(nullable = true, description = "Only for the person who gave it: the holder's name, when it is known.")
        String holderName,

        @Schema(nullable = true) UUID eventId,

        @Schema(nullable = true, description = "Only for the person who gave it; absent when they had made no card.")
        UUID cardId,

        @Schema(nullable = true) Long cardVersion,

        @Schema(required = true, description = "Names of fields, no values.")
        List<String> fields,

        @Schema(required = true) Instant givenAt) {

    /** What happened. */
    enum Kind {
        GRANTED,
        WITHDRAWN
    }

    static ReceiptView of(Tuple row) {
        String fields = row.get("fields", String.class);
        Number version = row.get("card_version", Number.class);
        return new ReceiptView(
                row.get("id", UUID.class),
                Kind.valueOf(row.get("kind", String.class)),
                Through.valueOf(row.get("through", String.class)),
                row.get("purpose", String.class),
                row.get("contact_id", UUID.class),
                row.get("holder_name", String.class),
                row.get("event_id", UUID.class),
                row.get("card_id", UUID.class),
                version == null ? null : version.longValue(),
                fields.isEmpty() ? List.of() : List.of(fields.split(",")),
                Instant.ofEpochMilli(row.get("given_at", Number.class).longValue()));
    }
}
