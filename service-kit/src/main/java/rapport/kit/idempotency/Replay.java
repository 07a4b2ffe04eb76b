package rapport.kit.idempotency;

/** Ends a request with an answer that was already given. An exception, because a method can return only its own type. */
final class Replay extends RuntimeException {
    private final transient StoredAnswer answer;

    Replay(StoredAnswer answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    StoredAnswer answer() {
        return answer;
    }
}
