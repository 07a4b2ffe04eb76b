package rapport.events.badgesheet;

import java.time.Duration;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Another sheet is being made. */
final class PrinterBusy extends DomainException {
    PrinterBusy() {
        super(
                ProblemKind.UNAVAILABLE,
                "printer-busy",
                "Other sheets are being made. Fetch this one in a moment.",
                Duration.ofSeconds(10));
    }
}
