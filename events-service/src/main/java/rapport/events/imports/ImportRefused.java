package rapport.events.imports;

import java.util.ArrayList;
import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** All or nothing was asked for, and some rows cannot be used: 422, nothing was changed. */
final class ImportRefused extends DomainException {
    private static final int FAULTS = 50;

    ImportRefused(ImportLog log) {
        super(
                ProblemKind.UNPROCESSABLE,
                "import-refused",
                log.total().unusable()
                        + " rows cannot be used, so nothing was changed. A dry run tells what would happen to each row.",
                faults(log));
    }

    private static List<Fault> faults(ImportLog log) {
        var faults = new ArrayList<Fault>();
        for (ImportRow row : log.shown()) {
            boolean unusable = row.outcome() == Outcome.ERROR || row.outcome() == Outcome.CONFLICT;
            for (Fault fault : unusable ? row.faults() : List.<Fault>of()) {
                faults.add(new Fault("row:" + row.row() + " " + fault.pointer(), fault.code(), fault.message()));
            }
        }
        return faults.subList(0, Math.min(FAULTS, faults.size()));
    }
}
