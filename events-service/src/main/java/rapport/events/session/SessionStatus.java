package rapport.events.session;

enum SessionStatus {
    ACTIVE,
    REMOVED
}
