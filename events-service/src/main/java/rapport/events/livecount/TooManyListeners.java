package rapport.events.livecount;

import java.time.Duration;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

final class TooManyListeners extends DomainException {
    TooManyListeners() {
        super(
                ProblemKind.UNAVAILABLE,
                "too-many-listeners",
                "Too many streams of counts are open.",
                Duration.ofSeconds(10));
    }
}
