package rapport.kit.ingest;

import java.time.Duration;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Nothing was written; the same again in a moment may succeed. Answered as 503 with {@code Retry-After: 1}. */
public final class Overloaded extends DomainException {
    Overloaded(String detail) {
        super(ProblemKind.UNAVAILABLE, "overloaded", detail, Duration.ofSeconds(1));
    }
}
