package rapport.events.export;

import java.time.Duration;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** As many lists as the connection pool bears are being read. */
final class TooManyExports extends DomainException {
    TooManyExports() {
        super(
                ProblemKind.UNAVAILABLE,
                "exports-busy",
                "Too many lists are being exported at this moment.",
                Duration.ofSeconds(2));
    }
}
