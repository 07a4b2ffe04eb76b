package rapport.followup.preparation;

/** Why somebody writes. */
public enum Purpose {
    THANK,
    QUESTION,
    SHARE,
    INTRODUCE,
    MENTOR_REQUEST,
    KEEP_IN_TOUCH
}
