package rapport.events.certificate;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

/** Why there is no certificate to issue. */
abstract sealed class CertificateRefused extends Refused {
    private CertificateRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class NothingAttended extends CertificateRefused {
        NothingAttended(int required) {
            super(
                    ProblemKind.CONFLICT,
                    "nothing-attended",
                    "No session that is over counts. " + Entitlement.rule(required));
        }
    }

    static final class NoLongerValid extends CertificateRefused {
        NoLongerValid() {
            super(
                    ProblemKind.CONFLICT,
                    "certificate-revoked",
                    "The certificate was revoked, so it is not printed again.");
        }
    }
}
