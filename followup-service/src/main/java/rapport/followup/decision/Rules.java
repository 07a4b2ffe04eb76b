package rapport.followup.decision;

import java.time.Duration;

/**
 * The numbers of the gates.
 *
 * @param recheck how long a message is held when nothing tells when to ask again
 * @param grace how long after the date for which it was announced a message that waited for a budget is still polite
 * @param firstContacts people a sender may write to for the first time
 * @param unanswered people who have not answered a sender yet
 * @param perEvent messages to one person about one event without an answer
 * @param perPair messages to one person without an answer
 */
public record Rules(
        Duration recheck,
        Duration grace,
        Allowance firstContacts,
        Allowance unanswered,
        int perEvent,
        Allowance perPair) {}
