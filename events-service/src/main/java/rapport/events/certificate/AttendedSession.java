package rapport.events.certificate;

import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session that counts, by the event's rule. */
record AttendedSession(
        UUID sessionId,
        String title,

        @Schema(description = "Wall time in the certificate's zone.")
        LocalDateTime startsAt,

        LocalDateTime endsAt,
        int minutes,

        @Schema(description = "Of the session's length, rounded down.")
        int percent,

        @Schema(description = "Whether some of the time counts only because nobody knows when the person left.")
        boolean assumed) {}
