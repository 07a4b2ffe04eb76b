package rapport.followup.boundary;

/** How a person wants to be written to. */
public enum BoundaryMode {
    /** Prepared messages are welcome within the budget and the window. */
    OPEN,
    /** Only through Rapport, without either side seeing the other's address. */
    RELAY,
    /** Only after a request was accepted. */
    BY_REQUEST,
    /** Not at all. */
    CLOSED
}
