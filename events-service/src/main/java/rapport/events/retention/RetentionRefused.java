package rapport.events.retention;

import java.time.LocalDate;
import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;

/** Why the day of deletion cannot be this one. */
final class RetentionRefused extends Refused {
    RetentionRefused(LocalDate earliest, LocalDate latest) {
        super(
                "day-out-of-bounds",
                new Fault("/deletesOn", "out-of-bounds", "Must be from " + earliest + " to " + latest + "."));
    }
}
