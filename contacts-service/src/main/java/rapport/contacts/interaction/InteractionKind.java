package rapport.contacts.interaction;

import static rapport.contacts.interaction.Direction.INBOUND;
import static rapport.contacts.interaction.Direction.MUTUAL;
import static rapport.contacts.interaction.Direction.OUTBOUND;

/** What can happen between an owner and a contact. Some kinds say by themselves who did it. */
public enum InteractionKind {
    MET(MUTUAL, false),
    CALL(MUTUAL, false),
    VIDEO_CALL(MUTUAL, false),
    EMAIL_SENT(OUTBOUND, true),
    EMAIL_RECEIVED(INBOUND, true),
    MESSAGE_SENT(OUTBOUND, true),
    MESSAGE_RECEIVED(INBOUND, true),
    LETTER_SENT(OUTBOUND, true),
    LETTER_RECEIVED(INBOUND, true),
    /** The owner brought the contact together with somebody. */
    INTRODUCTION_MADE(OUTBOUND, true),
    /** The contact brought the owner together with somebody, or somebody brought both together. */
    INTRODUCTION_RECEIVED(INBOUND, false),
    HELP_GIVEN(OUTBOUND, true),
    HELP_RECEIVED(INBOUND, true),
    PAPER_SHARED(OUTBOUND, true),
    PAPER_RECEIVED(INBOUND, true),
    CONGRATULATED(OUTBOUND, true),
    WORKED_TOGETHER(MUTUAL, true),
    OTHER(OUTBOUND, false);

    private final Direction usual;
    private final boolean always;

    InteractionKind(Direction usual, boolean always) {
        this.usual = usual;
        this.always = always;
    }

    /** What is meant when nobody says otherwise. */
    public Direction usualDirection() {
        return usual;
    }

    /** A call can come from either side, a received e-mail cannot. */
    boolean allows(Direction direction) {
        return !always || direction == usual;
    }
}
