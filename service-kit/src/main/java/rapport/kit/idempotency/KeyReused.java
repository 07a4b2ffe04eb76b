package rapport.kit.idempotency;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** The key was sent before with other content: 422, because doing either could be wrong. */
final class KeyReused extends DomainException {
    KeyReused() {
        super(
                ProblemKind.UNPROCESSABLE,
                "idempotency-key-reused",
                "This Idempotency-Key was already used for a request with other content.");
    }
}
