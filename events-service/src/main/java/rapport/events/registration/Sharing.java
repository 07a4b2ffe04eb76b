package rapport.events.registration;

/** What a scan of the badge reveals: CARD the share card, ASK_ME nothing before a yes, OFF nothing. */
public enum Sharing {
    CARD,
    ASK_ME,
    OFF
}
