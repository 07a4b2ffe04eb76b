package rapport.followup.decision;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What happens to a due message and why.
 *
 * @param gates every gate's answer, in order; all are asked, so the owner sees everything at once
 * @param nextCheckAt when a held message is asked about again; null unless it is held
 * @param estimatedSendAt when it may go as far as is known; null when nobody can tell
 * @param notAfter after which it is not sent any more; later than before when it waits for a budget
 */
public record Decision(
        Verdict verdict,
        String reason,
        List<GateResult> gates,
        Instant nextCheckAt,
        Instant estimatedSendAt,
        Instant notAfter) {

    public Decision {
        gates = List.copyOf(gates);
    }

    public boolean sends() {
        return verdict == Verdict.PASS;
    }

    /** Whether nothing but time is missing: it takes part in the queue for its recipient. */
    public boolean waitsForItsTurn() {
        return gates.stream().allMatch(GateResult::isOnlyAQuestionOfTime);
    }

    /** When its sender's budget has room; null: now. */
    public Instant senderFreeAt() {
        return gates.stream()
                .filter(result -> result.gate() == Gate.BUDGET)
                .map(GateResult::until)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Held again, since something changed while it was decided. */
    public Decision overtaken(Instant now) {
        return new Decision(Verdict.HOLD, "contact-changed", gates, now, null, notAfter);
    }
}
