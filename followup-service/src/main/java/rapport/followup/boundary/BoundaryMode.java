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
    CLOSED;

    /** Reads the mode that another service gave; one that is not known here fails closed. */
    public static BoundaryMode seeded(String name) {
        for (BoundaryMode mode : values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        return BY_REQUEST;
    }
}
