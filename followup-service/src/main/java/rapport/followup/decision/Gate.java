package rapport.followup.decision;

/** The rules that are asked again whenever a message is about to be sent, in the order in which they are asked. */
public enum Gate {
    ERASED,
    CONSENT,
    SUPPRESSION,
    DO_NOT_CONTACT,
    BOUNDARY,
    EVENT_STATE,
    STOP_CONDITIONS,
    STALENESS,
    BUDGET,
    WINDOW,
    CONTENT
}
