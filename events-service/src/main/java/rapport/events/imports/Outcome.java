package rapport.events.imports;

/** What an import does, or would do, with a row. */
public enum Outcome {
    CREATE,
    UPDATE,
    SKIP,
    CONFLICT,
    ERROR
}
