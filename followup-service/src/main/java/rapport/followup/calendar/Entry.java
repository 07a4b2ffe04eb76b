package rapport.followup.calendar;

import java.time.Instant;
import java.util.UUID;

/** A follow-up as a calendar shows it: nobody's name and nobody's address. */
record Entry(
        UUID id,
        long version,
        String purpose,
        String channel,
        String state,
        String event,
        Instant at,
        Instant changed) {

    /** What is over, and not as planned, stays in the calendar as cancelled, so that programs take it out. */
    boolean isCancelled() {
        return switch (state) {
            case "STOPPED", "SKIPPED", "FAILED", "EXPIRED" -> true;
            default -> false;
        };
    }
}
