package rapport.contacts.interaction;

/** How the service learned of an interaction. */
public enum Source {
    /** The owner wrote it down, and may correct it. */
    OWNER,
    FOLLOW_UP,
    INTRODUCTION,
    MENTORING
}
