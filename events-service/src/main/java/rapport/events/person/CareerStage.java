package rapport.events.person;

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
