package rapport.events.attendance;

import java.time.Instant;

/** A stored {@link Presence}, as far as it is measured. */
record Stay(PresenceSource source, Instant joinedAt, Instant leftAt, Integer seconds) {

    /** Without an end of its own, or without any time: what it adds is a guess. */
    boolean isGuess() {
        return leftAt == null;
    }

    /** The time it claims, which may reach beyond the session. */
    Span span(Span session) {
        if (joinedAt == null) {
            return new Span(session.start(), session.start().plusSeconds(seconds));
        }
        Instant end = leftAt == null ? session.end() : leftAt;
        return new Span(joinedAt, end);
    }
}
