package rapport.followup.suppression;

import java.util.Locale;

/** Why an address is not written to. */
public enum SuppressionReason {
    /** Its owner said so by a link. */
    OPTED_OUT,
    /** Its owner asked for a pause. */
    PAUSED,
    /** Its server says that nobody lives there. */
    HARD_BOUNCE,
    /** Its server could not take a message for now. */
    SOFT_BOUNCE,
    /** Its owner called a message spam. */
    COMPLAINT,
    /** An automatic answer said until when its owner is away. */
    AWAY;

    /** As it is stored and shown to owners of held messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
