package rapport.events.attendance;

/** Who says that somebody was there. */
public enum PresenceSource {
    CHECK_IN,
    WEBINAR,
    MANUAL
}
