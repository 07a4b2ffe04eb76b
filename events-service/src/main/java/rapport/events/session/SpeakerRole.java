package rapport.events.session;

enum SpeakerRole {
    SPEAKER,
    MODERATOR,
    PANELIST,
    HOST,
    PRESENTER
}
