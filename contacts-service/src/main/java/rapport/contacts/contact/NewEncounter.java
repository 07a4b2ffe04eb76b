package rapport.contacts.contact;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Stamp;
import rapport.kit.id.Ids;

/** Where, when, how and through whom the owner met a contact, in the owner's words. */
record NewEncounter(
        @Schema(
                nullable = true,
                description = "The event; meeting again at the same event completes what is known. Absent: elsewhere.",
                examples = "0199a4f0-6b00-7c10-8a00-000000000e01")
        UUID eventId,

        @Schema(nullable = true, examples = "0199a4f2-3100-7d10-8a00-00000000005e")
        UUID sessionId,

        @Schema(nullable = true, description = "Now when it is absent.", examples = "2026-11-20T19:30:00+01:00")
        Instant metAt,

        @Size(max = 200) @Schema(nullable = true, examples = "Poster hall B")
        String place,

        @Size(max = 500) @Schema(nullable = true, examples = "registry trials")
        String topic,

        @Size(max = 200)
        @Schema(nullable = true, description = "How they came to talk.", examples = "asked a question after the talk")
        String how,

        @Size(max = 200) @Schema(nullable = true, description = "Through whom they met.", examples = "Dr. Okafor")
        String throughWhom) {

    ContactState said(Stamp stamp) {
        UUID id = Ids.next();
        Encounter met = Encounter.reported(id, stamp, sessionId, place, topic)
                .told(metAt == null ? Instant.ofEpochMilli(stamp.at()) : metAt, how, throughWhom, stamp);
        return ContactState.met(eventId == null ? id : eventId, met);
    }
}
