package rapport.events.webinar;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A participant of a current report about whom somebody has to decide, or has decided. */
@Schema(examples = """
                {"id": "5b0e8f3c-2f3a-5c1e-9a0b-6c1d2e3f4a5b", "version": 1,
                 "importId": "0199a4f1-0000-7a10-8a00-000000000009", "sessionId": "0199a4f0-7c00-7c10-8a00-00000000a501",
                 "name": "iPhone von Maya", "otherName": null, "email": null, "externalId": null, "orcid": null,
                 "stays": 2, "registrationId": null, "match": "UNMATCHED", "updatedAt": "2026-10-01T09:00:00Z"}""")
record UnmatchedParticipant(
        UUID id,
        long version,
        UUID importId,
        UUID sessionId,
        @Schema(nullable = true) String name,

        @Schema(nullable = true, description = "The name before the participant changed it.")
        String otherName,

        @Schema(nullable = true) String email,
        @Schema(nullable = true) String externalId,
        @Schema(nullable = true) String orcid,
        @Schema(description = "How often they came.") int stays,
        @Schema(nullable = true) UUID registrationId,

        @Schema(enumeration = {"NAME", "MANUAL", "IGNORED", "UNMATCHED"})
        Match match,

        Instant updatedAt) {}
