package rapport.events.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * One stay in a session, as its source tells it. It may begin before the session and end after it.
 *
 * @param joinedAt null when the source knows only how long somebody stayed
 * @param leftAt null when nobody knows: then the stay lasts until the session's end, and the attendance says {@code assumed}
 * @param seconds how long, when {@code joinedAt} is null: counted from the session's start, and {@code assumed}
 * @param importId the report that says so; null for other sources
 */
public record Presence(Visit visit, Instant joinedAt, Instant leftAt, Integer seconds, UUID importId) {
    public Presence {
        if ((joinedAt == null) == (seconds == null)) {
            throw new IllegalArgumentException("a stay has a beginning or, without one, a length");
        }
        if (leftAt != null && (joinedAt == null || leftAt.isBefore(joinedAt))) {
            throw new IllegalArgumentException("a stay ends after it began");
        }
        if (seconds != null && seconds < 0) {
            throw new IllegalArgumentException("a length is not negative");
        }
    }

    /** @param leftAt null when nobody knows */
    public static Presence between(Visit visit, Instant joinedAt, Instant leftAt) {
        return new Presence(visit, joinedAt, leftAt, null, null);
    }
}
