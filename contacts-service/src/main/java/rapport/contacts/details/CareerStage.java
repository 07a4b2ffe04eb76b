package rapport.contacts.details;

/** Where somebody stands in their career, in the words of registrations. */
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
