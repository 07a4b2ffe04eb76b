package rapport.events.webinar;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report that was imported. */
@Schema(examples = """
                {"id": "0199a4f1-0000-7a10-8a00-000000000009", "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01",
                 "sessionId": "0199a4f0-7c00-7c10-8a00-00000000a501", "format": "ZOOM_WEBINAR", "part": 1,
                 "status": "CURRENT", "matched": 212, "unmatched": 9, "ignored": 2, "subject": "olga",
                 "createdAt": "2026-10-01T09:00:00Z", "updatedAt": "2026-10-01T09:00:00Z"}""")
record WebinarImport(
        UUID id,
        UUID eventId,
        UUID sessionId,
        WebinarFormat format,

        @Schema(description = "Which of several reports of the platform about the session.")
        int part,

        @Schema(description = "Attendance follows from CURRENT reports only.")
        Status status,

        int matched,
        int unmatched,
        int ignored,
        @Schema(description = "Who has imported it.") String subject,
        Instant createdAt,
        Instant updatedAt) {

    enum Status {
        CURRENT,
        REPLACED,
        ROLLED_BACK
    }
}
