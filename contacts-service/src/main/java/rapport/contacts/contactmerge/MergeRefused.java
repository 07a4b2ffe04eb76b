package rapport.contacts.contactmerge;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Why two contacts are not merged, or not taken apart. */
final class MergeRefused extends DomainException {

    private MergeRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static MergeRefused withItself() {
        return new MergeRefused(ProblemKind.UNPROCESSABLE, "same-contact", "A contact cannot be merged into itself.");
    }

    static MergeRefused already() {
        return new MergeRefused(ProblemKind.CONFLICT, "already-merged", "These two are one contact already.");
    }

    static MergeRefused tooLate() {
        return new MergeRefused(
                ProblemKind.CONFLICT, "undo-expired", "A merge can be undone for 30 days; after that it stays.");
    }
}
