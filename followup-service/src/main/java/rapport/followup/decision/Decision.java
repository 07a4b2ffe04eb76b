package rapport.followup.decision;

import java.time.Instant;
import java.util.List;

/**
 * What happens to a due message and why.
 *
 * @param gates every gate's answer, in order; all are asked, so the owner sees everything at once
 * @param nextCheckAt when a held message is asked about again; null unless it is held
 * @param estimatedSendAt when it may go as far as is known; null when nobody can tell
 */
public record Decision(
        Verdict verdict, String reason, List<GateResult> gates, Instant nextCheckAt, Instant estimatedSendAt) {

    public Decision {
        gates = List.copyOf(gates);
    }

    public boolean sends() {
        return verdict == Verdict.PASS;
    }
}
