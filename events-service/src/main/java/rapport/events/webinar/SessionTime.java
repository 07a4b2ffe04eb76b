package rapport.events.webinar;

import java.time.Instant;
import java.util.UUID;

/** The session that a report is about. */
record SessionTime(UUID eventId, UUID id, Instant start, Instant end) {

    /** Whether a stay touches the session; one of which only the length is known does. */
    boolean touches(ReportRow stay) {
        return stay.joinedAt() == null
                || stay.joinedAt().isBefore(end)
                        && (stay.leftAt() == null || stay.leftAt().isAfter(start));
    }
}
