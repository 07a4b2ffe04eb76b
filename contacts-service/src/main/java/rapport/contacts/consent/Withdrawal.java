package rapport.contacts.consent;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From whom everything is taken back. */
record Withdrawal(
        @Schema(
                nullable = true,
                description = "Only from those who met the caller at this event; absent: from everybody.")
        UUID eventId) {}
