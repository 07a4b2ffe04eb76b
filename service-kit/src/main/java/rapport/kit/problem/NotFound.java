package rapport.kit.problem;

/**
 * 404. The same words whether the thing never existed or belongs to somebody else: who may not see it does not learn that
 * it exists.
 */
public final class NotFound extends DomainException {

    /** @param thing what was looked for, in the caller's words: {@code "event"} */
    public NotFound(String thing) {
        super(ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.code(), "There is no such " + thing + ".");
    }
}
