package rapport.events.checkin;

/** Which door: that of the house or that of a session's room. */
enum Scope {
    EVENT,
    SESSION
}
