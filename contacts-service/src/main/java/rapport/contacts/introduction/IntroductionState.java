package rapport.contacts.introduction;

/** How far an introduction has come, as its introducer sees it. A refusal is no state: it looks like no answer. */
enum IntroductionState {
    OPEN,
    /** Both accepted. */
    COMPLETED,
    EXPIRED,
    /** The introducer took it back. */
    WITHDRAWN
}
