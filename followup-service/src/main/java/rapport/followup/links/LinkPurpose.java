package rapport.followup.links;

/** What a link or an address is good for. One that was made for one purpose opens nothing else. */
public enum LinkPurpose {
    /** Stopping or pausing messages. */
    STOP,
    /** Reading and changing one's boundary. */
    BOUNDARY,
    /** Answering a sender's request to write. */
    REQUEST,
    /** Answering collected questions. */
    QUESTIONS,
    /** The local part of the address that a recipient answers to, and of the one that bounces return to. */
    REPLY,
    /** The local part of the address that an owner answers to when a relay stands between the two. */
    OWNER_REPLY
}
