package rapport.kit.inbound;

/** Nothing of a batch was applied, through no fault of its messages. */
final class TryLater extends Exception {
    TryLater(Throwable cause) {
        super(cause);
    }
}
