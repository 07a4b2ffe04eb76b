package rapport.events.checkin;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Why a check-in was not stored. */
enum Refusal {
    /** One answer for garbage and for badges of other events: whose those are is nobody's business here. */
    NOT_OF_THIS_EVENT(Code.BADGE, "not-of-this-event", "/token", "This is no badge of this event."),
    REVOKED(Code.BADGE, "revoked", "/token", "This badge was revoked. There may be a newer one."),
    NOT_CONFIRMED(Code.BADGE, "not-confirmed", "/token", "The registration behind this badge is not confirmed."),
    SESSION_UNKNOWN(Code.SESSION, "session-unknown", "/sessionId", "The event has no such session."),
    SCAN_ID_REUSED(
            Code.REUSED,
            "scan-id-reused",
            "/scanId",
            "Another check-in was stored under this scanId. Send this one with an id of its own."),
    MALFORMED(Code.MALFORMED, "validation", "", "The check-in has faults."),
    NOT_STORABLE(
            Code.NOT_STORABLE,
            "not-storable",
            "",
            "This check-in could not be stored. The failure was logged; keep the check-in.");

    /** The same for every badge that is not accepted: from outside they cannot be told apart. */
    private enum Code {
        BADGE(ProblemKind.NOT_FOUND, "badge-not-accepted", "This badge is not accepted."),
        SESSION(ProblemKind.UNPROCESSABLE, "session-unknown", "The event has no such session."),
        REUSED(ProblemKind.CONFLICT, "scan-id-reused", "Another check-in was stored under this scanId."),
        MALFORMED(ProblemKind.BAD_REQUEST, "validation", "The check-in has faults."),
        NOT_STORABLE(ProblemKind.INTERNAL, "not-storable", "This check-in could not be stored.");

        private final ProblemKind kind;
        private final String text;
        private final String detail;

        Code(ProblemKind kind, String text, String detail) {
            this.kind = kind;
            this.text = text;
            this.detail = detail;
        }
    }

    private final Code code;
    private final String reason;
    private final String pointer;
    private final String message;

    Refusal(Code code, String reason, String pointer, String message) {
        this.code = code;
        this.reason = reason;
        this.pointer = pointer;
        this.message = message;
    }

    /** For programs; tells no badge that is not accepted from another one. */
    String code() {
        return code.text;
    }

    /** For the staff at the gate. */
    Fault why() {
        return new Fault(pointer, reason, message);
    }

    /** The same answer to a check-in that came alone. */
    DomainException asProblem() {
        return new CheckInRefused(this);
    }

    static Refusal ofReason(String reason) {
        for (Refusal refusal : values()) {
            if (refusal.reason.equals(reason)) {
                return refusal;
            }
        }
        throw new IllegalArgumentException("no refusal has this reason");
    }

    private static final class CheckInRefused extends DomainException {
        CheckInRefused(Refusal refusal) {
            super(refusal.code.kind, refusal.code.text, refusal.code.detail, List.of(refusal.why()));
        }
    }
}
