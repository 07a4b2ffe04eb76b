package rapport.followup.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * How a claim ended.
 *
 * @param retryAt for RETRY: when the gates are asked again
 * @param suppress whether the recipient's server does not know the address
 * @param detail a code without personal data
 */
record Completion(
        UUID followUpId,
        UUID deliveryId,
        long fence,
        Outcome outcome,
        int replyCode,
        String detail,
        Instant at,
        Instant retryAt,
        boolean suppress) {

    boolean reachedNobody() {
        return outcome == Outcome.RETRY || outcome == Outcome.FAILED;
    }

    enum Outcome {
        SENT,
        RETRY,
        FAILED,
        UNCERTAIN
    }
}
