package rapport.followup.dispatch;

/** The database did not do what a dispatcher asked for; nothing of the step was committed. */
final class DispatchFailed extends RuntimeException {
    DispatchFailed(String step, Exception cause) {
        super(step + " failed, nothing was committed", cause);
    }
}
