package rapport.events.speaker;

enum SpeakerStatus {
    ACTIVE,
    REMOVED
}
