package rapport.followup.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One gate's answer.
 *
 * @param reason a code that the owner may see; null when the gate passes
 * @param until when a hold may end as far as this gate can tell; null when only a change from outside ends it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GateResult(Gate gate, Verdict verdict, String reason, Instant until) {

    boolean isOnlyAQuestionOfTime() {
        boolean waits = (gate == Gate.BUDGET || gate == Gate.WINDOW) && verdict == Verdict.HOLD && until != null;
        return verdict == Verdict.PASS || waits;
    }

    static GateResult pass(Gate gate) {
        return new GateResult(gate, Verdict.PASS, null, null);
    }

    static GateResult hold(Gate gate, String reason, Instant until) {
        return new GateResult(gate, Verdict.HOLD, reason, until);
    }

    static GateResult of(Gate gate, Verdict verdict, String reason) {
        return new GateResult(gate, verdict, reason, null);
    }
}
