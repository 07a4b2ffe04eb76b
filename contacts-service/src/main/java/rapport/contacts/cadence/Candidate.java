package rapport.contacts.cadence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A contact that the owner wants to stay in touch with.
 *
 * @param importance 0 to 5, as the owner rated the contact; 0 when they did not
 * @param lastInTouch the owner's day of the last interaction or encounter
 * @param snoozedUntil no reminder before this day; null when it is not snoozed
 */
record Candidate(UUID contactId, int importance, LocalDate lastInTouch, Rhythm rhythm, LocalDate snoozedUntil) {

    /** The day on which the rhythm asks for an interaction. */
    LocalDate dueOn() {
        return lastInTouch.plusDays(rhythm.idealDays());
    }

    /** The day by which it should have happened. */
    LocalDate latestOn() {
        return lastInTouch.plusDays(rhythm.maximumDays());
    }

    /** The first day on which a reminder may fall. */
    LocalDate wantedOn() {
        return snoozedUntil != null && snoozedUntil.isAfter(dueOn()) ? snoozedUntil : dueOn();
    }
}
