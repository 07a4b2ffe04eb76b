package rapport.events.checkin;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** A correction that does not fit what is known. */
final class CorrectionRefused extends Refused {
    private CorrectionRefused(String code, String pointer, String message) {
        super(code, new Fault(pointer, code, message));
    }

    private CorrectionRefused() {
        super(ProblemKind.CONFLICT, "check-in-void", "This check-in does not count already.");
    }

    static CorrectionRefused unknownRegistration() {
        return new CorrectionRefused(
                "registration-unknown", "/registrationId", "The event has no such confirmed registration.");
    }

    static CorrectionRefused unknownSession() {
        return new CorrectionRefused("session-unknown", "/sessionId", "The event has no such session.");
    }

    static CorrectionRefused inTheFuture() {
        return new CorrectionRefused("in-the-future", "/at", "Nobody can have come or gone yet.");
    }

    static CorrectionRefused voidAlready() {
        return new CorrectionRefused();
    }
}
