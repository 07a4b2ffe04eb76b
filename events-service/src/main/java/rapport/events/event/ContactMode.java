package rapport.events.event;

/** How a speaker can be reached. OPEN: write; RELAY: neither sees the other's address; BY_REQUEST: after a yes; CLOSED: not at all. */
public enum ContactMode {
    OPEN,
    RELAY,
    BY_REQUEST,
    CLOSED
}
