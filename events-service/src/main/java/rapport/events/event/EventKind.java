package rapport.events.event;

enum EventKind {
    IN_PERSON,
    WEBINAR,
    HYBRID
}
