package rapport.events.speaker;

/** OPEN until somebody decides. A dismissed pair is never proposed again. */
enum MergeStatus {
    OPEN,
    ACCEPTED,
    DISMISSED
}
