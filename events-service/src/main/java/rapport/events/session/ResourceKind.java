package rapport.events.session;

enum ResourceKind {
    SLIDES,
    PAPER,
    RECORDING,
    HANDOUT,
    CODE,
    WEBSITE,
    OTHER
}
