package rapport.followup.followup;

import java.util.List;
import rapport.followup.preparation.Missing;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** A message that its recipient deserves better than. Every missing part is listed. */
final class NotPrepared extends DomainException {

    NotPrepared(List<Missing> missing) {
        super(
                ProblemKind.UNPROCESSABLE,
                "not-prepared",
                "The message is not ready to be approved.",
                missing.stream()
                        .map(part -> new Fault(part.pointer(), part.code(), part.message()))
                        .toList());
    }
}
