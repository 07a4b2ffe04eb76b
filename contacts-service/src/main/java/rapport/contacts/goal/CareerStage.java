package rapport.contacts.goal;

/** Stage of a career, as in a registration. */
public enum CareerStage {
    STUDENT,
    RESIDENT,
    FELLOW,
    ATTENDING,
    RESEARCHER,
    NURSE,
    ALLIED_HEALTH,
    INDUSTRY,
    OTHER
}
