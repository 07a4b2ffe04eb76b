package rapport.contacts.interaction;

/** Who did something for whom, seen from the owner. */
public enum Direction {
    OUTBOUND,
    INBOUND,
    /** Both took part: a talk, a meeting. */
    MUTUAL
}
