package rapport.events.event;

/** DRAFT → PUBLISHED → CANCELLED or ARCHIVED. The last two are final. */
public enum EventStatus {
    DRAFT,
    PUBLISHED,
    CANCELLED,
    ARCHIVED;

    boolean mayBecome(EventStatus next) {
        return switch (this) {
            case DRAFT -> next == PUBLISHED;
            case PUBLISHED -> next == CANCELLED || next == ARCHIVED;
            case CANCELLED, ARCHIVED -> false;
        };
    }

    /** Final states are history: nothing in the event changes any more. */
    public boolean isOpen() {
        return this == DRAFT || this == PUBLISHED;
    }
}
