package rapport.followup.circumstances;

/** What between two people stops the messages that one of them planned. Stored by name: names do not change. */
public enum StopKind {
    /** The recipient answered. */
    REPLY("replied"),
    /** The recipient declined. */
    DECLINE("declined"),
    /** The recipient wants nothing from this sender any more. */
    SENDER_STOPPED("sender-stopped"),
    /** The recipient called a message spam. */
    COMPLAINT("complained"),
    /** They are in touch: the owner logged that the other one called, wrote or came. */
    INTERACTION("in-touch"),
    /** The recipient took back what they had shared with the sender. */
    CONSENT_WITHDRAWN("consent-withdrawn");

    private final String reason;

    StopKind(String reason) {
        this.reason = reason;
    }

    /** The code that the owner sees. */
    public String reason() {
        return reason;
    }
}
