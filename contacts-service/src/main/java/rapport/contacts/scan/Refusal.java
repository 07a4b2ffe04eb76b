package rapport.contacts.scan;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Why a scan was not stored. */
enum Refusal {
    /** One answer for random, truncated, foreign, revoked and cancelled badges and for the wrong event: none of them can be told apart. */
    BADGE_NOT_ACCEPTED(Outcome.REJECTED, ProblemKind.NOT_FOUND, "badge-not-accepted", "This badge is not accepted."),
    OWN_BADGE(Outcome.REFUSED, ProblemKind.UNPROCESSABLE, "own-badge", "This is your own badge."),
    SCAN_ID_REUSED(
            Outcome.REJECTED,
            ProblemKind.CONFLICT,
            "scan-id-reused",
            "Another scan was stored under this scanId. Send this one with an id of its own."),
    MALFORMED(Outcome.REJECTED, ProblemKind.BAD_REQUEST, "validation", "The scan has faults."),
    NOT_STORABLE(
            Outcome.REJECTED,
            ProblemKind.INTERNAL,
            "not-storable",
            "This scan could not be stored. The failure was logged; keep the scan.");

    private final Outcome outcome;
    private final ProblemKind kind;
    private final String code;
    private final String detail;

    Refusal(Outcome outcome, ProblemKind kind, String code, String detail) {
        this.outcome = outcome;
        this.kind = kind;
        this.code = code;
        this.detail = detail;
    }

    Outcome outcome() {
        return outcome;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    /** The same answer to a scan that came alone. */
    DomainException asProblem() {
        return new ScanRefused(this);
    }

    static Refusal ofCode(String code) {
        for (Refusal refusal : values()) {
            if (refusal.code.equals(code)) {
                return refusal;
            }
        }
        throw new IllegalArgumentException("no refusal has this code");
    }

    private static final class ScanRefused extends DomainException {
        ScanRefused(Refusal refusal) {
            super(refusal.kind, refusal.code, refusal.detail);
        }
    }
}
