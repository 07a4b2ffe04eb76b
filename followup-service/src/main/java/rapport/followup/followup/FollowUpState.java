package rapport.followup.followup;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a follow-up is, and the one table of where it may go from there. */
public enum FollowUpState {
    /** Written, waiting for its owner's approval. */
    DRAFT,
    /** Something the recipient deserves is missing. */
    NEEDS_PREPARATION,
    /** Approved, waiting for its time. */
    SCHEDULED,
    /** Due, but a gate says not now. */
    HELD,
    /** Claimed by a dispatcher: from here on the owner cannot change anything. */
    SENDING,
    SENT,
    REPLIED,
    /** The owner, the recipient or the circumstances said no. */
    STOPPED,
    /** Too late to be polite. */
    SKIPPED,
    /** The recipient's server refused for good. */
    FAILED,
    /** Perhaps delivered: never sent again by itself. */
    UNCERTAIN,
    /** The recipient's budget was never free in time. */
    EXPIRED;

    /** Not approved, or approved and not claimed: what its owner may still change. */
    private static final Set<FollowUpState> WAITING = EnumSet.of(DRAFT, NEEDS_PREPARATION, SCHEDULED, HELD);

    private static final Map<FollowUpState, Set<FollowUpState>> NEXT = new EnumMap<>(FollowUpState.class);

    static {
        // An answer to the step before may come while the next one is still a draft.
        NEXT.put(DRAFT, EnumSet.of(NEEDS_PREPARATION, SCHEDULED, STOPPED, REPLIED));
        NEXT.put(NEEDS_PREPARATION, EnumSet.of(DRAFT, SCHEDULED, STOPPED, REPLIED));
        // A manual reminder goes from SCHEDULED to SENT when its owner says it is done.
        NEXT.put(
                SCHEDULED,
                EnumSet.of(DRAFT, NEEDS_PREPARATION, HELD, SENDING, SENT, STOPPED, SKIPPED, EXPIRED, REPLIED));
        NEXT.put(HELD, EnumSet.of(DRAFT, NEEDS_PREPARATION, SCHEDULED, SENDING, STOPPED, SKIPPED, EXPIRED, REPLIED));
        NEXT.put(SENDING, EnumSet.of(SCHEDULED, SENT, FAILED, UNCERTAIN));
        NEXT.put(UNCERTAIN, EnumSet.of(SENT, FAILED, REPLIED));
        // A server may take a message and return it later.
        NEXT.put(SENT, EnumSet.of(REPLIED, FAILED));
        for (FollowUpState end : EnumSet.of(REPLIED, STOPPED, SKIPPED, FAILED, EXPIRED)) {
            NEXT.put(end, EnumSet.noneOf(FollowUpState.class));
        }
    }

    /** With the same step. What may have been sent is never planned again. */
    public boolean mayBecome(FollowUpState next) {
        return NEXT.get(this).contains(next);
    }

    /** With its next step: only after the one before was sent. */
    boolean mayGoOnAs(FollowUpState next) {
        return this == SENT && WAITING.contains(next) && next != HELD;
    }

    /** By undoing a merge of contacts that had stopped it. */
    public boolean mayBeRestoredAs(FollowUpState next) {
        return this == STOPPED && (next == SCHEDULED || next == HELD);
    }

    /** Whether its owner may still change what it says. */
    boolean isEditable() {
        return WAITING.contains(this);
    }

    /** Whether steps may still be added: nobody said no, and nothing failed. */
    boolean takesSteps() {
        return isEditable() || this == SENDING || this == SENT;
    }

    boolean isFinal() {
        return NEXT.get(this).isEmpty();
    }
}
