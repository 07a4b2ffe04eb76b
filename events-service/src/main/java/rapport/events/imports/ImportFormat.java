package rapport.events.imports;

/** What was imported, and how it was written. */
public enum ImportFormat {
    SCHEDULE_XML,
    SCHEDULE_JSON,
    REGISTRATION_CSV,
    REGISTRATION_JSON,
    REGISTRATION_NDJSON,
    SPEAKER_CSV,
    SPEAKER_JSON,
    SPEAKER_NDJSON,
    SESSION_CSV,
    SESSION_JSON,
    SESSION_NDJSON;

    /** @param kind REGISTRATION, SPEAKER or SESSION */
    public static ImportFormat of(String kind, TableFormat format) {
        return valueOf(kind + "_" + format.name());
    }
}
