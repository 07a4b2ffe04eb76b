package rapport.stack;

/** The stack cannot start; the message is a sentence for the person at the terminal. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }
}
