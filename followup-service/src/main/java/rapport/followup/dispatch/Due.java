package rapport.followup.dispatch;

import java.time.Instant;
import java.util.UUID;
import rapport.followup.circumstances.Asked;
import rapport.followup.decision.DecisionEngine;
import rapport.followup.planning.Schedule;
import rapport.followup.preparation.Preparation;
import rapport.followup.preparation.Purpose;

/**
 * A follow-up whose time has come, with its locked progress and its words.
 *
 * @param person whom its contact pointed to when it was read; null when to nobody
 */
record Due(UUID id, UUID person, Position position, Asked asked, Words words, Schedule schedule) {

    record Position(
            UUID stepId, String state, String reason, Instant notAfter, Instant approvedAt, int attempts, long fence) {
        boolean waitedForBudget() {
            return "HELD".equals(state) && DecisionEngine.waitsForBudget(reason);
        }
    }

    /**
     * @param relay whether the owner wants neither side to see the other's address
     * @param first whether it is the first message of its owner to this contact
     * @param sameBodyElsewhere to how many other contacts the owner says the same
     * @param leftAudience whether it was drafted for an audience that its recipient does not belong to any more
     */
    record Words(
            Instant createdAt,
            String ownerName,
            String replyTo,
            Purpose purpose,
            Preparation preparation,
            String subject,
            String body,
            boolean relay,
            boolean first,
            int sameBodyElsewhere,
            boolean leftAudience) {}
}
