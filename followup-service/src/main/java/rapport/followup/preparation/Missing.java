package rapport.followup.preparation;

/** One thing that keeps a message from being approved: where it is in the follow-up, a code, and words for its owner. */
public record Missing(String pointer, String code, String message) {

    /** The same at another place of the document. */
    public Missing below(String parent) {
        return new Missing(parent + pointer, code, message);
    }
}
