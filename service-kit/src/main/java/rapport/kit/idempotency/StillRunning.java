package rapport.kit.idempotency;

import java.time.Duration;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** The first request with this key has not ended: 409, its answer can be fetched with the same key a little later. */
final class StillRunning extends DomainException {
    StillRunning() {
        super(
                ProblemKind.CONFLICT,
                "idempotency-key-in-use",
                "A request with this Idempotency-Key is still running.",
                Duration.ofSeconds(1));
    }
}
