package rapport.followup.contactmerge;

import java.time.Instant;
import java.util.UUID;

/**
 * A follow-up that runs, or that a merge has stopped.
 *
 * @param madeFor the contact it was written for
 * @param contact the contact that this one is now, after all merges
 * @param running approved and not sent
 * @param lostTo the follow-up it was stopped for; null for one that runs
 */
record Sequence(UUID id, UUID madeFor, UUID contact, Instant approvedAt, boolean running, Lost lostTo) {

    /** @param contact the contact of the other one now; null when it is gone */
    record Lost(UUID id, UUID contact) {}

    Sequence restored() {
        return new Sequence(id, madeFor, contact, approvedAt, true, null);
    }
}
