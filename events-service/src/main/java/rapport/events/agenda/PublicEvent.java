package rapport.events.agenda;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What everybody may know of an event that is no draft: no join URL, nothing of its registrations. */
public record PublicEvent(
        UUID id,
        String name,
        String slug,

        @Schema(enumeration = {"IN_PERSON", "WEBINAR", "HYBRID"})
        String kind,

        @Schema(enumeration = {"PUBLISHED", "CANCELLED", "ARCHIVED"})
        String status,

        LocalDateTime startsAt,
        LocalDateTime endsAt,
        String zone,
        Instant startInstant,
        Instant endInstant,
        @Schema(nullable = true) String venue,

        @Schema(hidden = true) @com.fasterxml.jackson.annotation.JsonIgnore
        Edition edition) {

    /** How often it was changed, and when last. */
    public record Edition(long version, Instant updatedAt) {}

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public boolean isCancelled() {
        return status.equals("CANCELLED");
    }
}
