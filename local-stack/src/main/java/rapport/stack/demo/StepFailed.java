package rapport.stack.demo;

/** A step of the journey did not do its job; the message is a sentence for the person at the terminal. */
public final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailed(String message) {
        super(message);
    }
}
