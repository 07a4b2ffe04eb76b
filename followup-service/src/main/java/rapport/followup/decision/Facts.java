package rapport.followup.decision;

import java.time.Instant;
import java.util.List;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.circumstances.StopKind;
import rapport.followup.window.WorkingWindow;

/**
 * Everything the decision depends on, as it was read in the claiming transaction.
 *
 * @param windows the working windows that all have to be open; empty when the recipient's zone is unknown
 * @param contentFaults codes of what is wrong with the text; empty when it may go out
 */
public record Facts(
        Contact contact,
        Recipient recipient,
        Occasion occasion,
        Timing timing,
        Budget budget,
        List<WorkingWindow> windows,
        List<String> contentFaults) {

    public Facts {
        windows = List.copyOf(windows);
        contentFaults = List.copyOf(contentFaults);
    }

    public enum ContactState {
        /** No message about it arrived yet. */
        UNKNOWN,
        /** A scan that is not resolved to a person yet. */
        PENDING,
        ACTIVE,
        NEEDS_CONSENT,
        DELETED,
        MERGED
    }

    public record Contact(ContactState state, boolean speaker, boolean emailShared, boolean doNotContact) {}

    /**
     * @param mode the mode that counts: the person's own, else the one seeded by speaker and event
     * @param ownMode whether the person chose it
     */
    public record Recipient(
            boolean known,
            boolean erased,
            boolean reachable,
            boolean suppressed,
            BoundaryMode mode,
            boolean ownMode,
            Wishes wishes) {}

    /**
     * What the recipient said besides the mode.
     *
     * @param pausedUntil until when nothing is wanted or arrives, from anybody or from this sender; null when there is no pause
     * @param pauseReason why, null with the date
     * @param closedUntil when a closed boundary opens again by itself; null when it does not
     * @param asking how far a request to write has come
     * @param refusal what the boundary has against this very message, as a code; null when nothing
     */
    public record Wishes(Instant pausedUntil, String pauseReason, Instant closedUntil, Asking asking, String refusal) {
        public static final Wishes NONE = new Wishes(null, null, null, Asking.NOT_ASKED, null);
    }

    /**
     * Whether the recipient lets this sender write, where the boundary wants to be asked.
     *
     * @param until for LATER: when it may be asked again
     */
    public record Asking(Answer answer, Instant until) {
        public static final Asking NOT_ASKED = new Asking(Answer.NONE, null);
    }

    public enum Answer {
        /** Not asked, or not answered. */
        NONE,
        LATER,
        ACCEPTED,
        DECLINED
    }

    /** @param replannedAt when the message would be due if it were planned now; null when that is unknown */
    public record Occasion(EventState event, boolean sessionRemoved, Instant replannedAt) {}

    public enum EventState {
        NONE,
        UNKNOWN,
        ON,
        CANCELLED
    }

    /**
     * @param notAfter after which it is not sent any more; null when nothing says so
     * @param patience until when it may wait for a budget, if that is later; null: no longer than {@code notAfter}
     * @param waitedForBudget whether a budget was why it was held before
     * @param stopped what happened between the two since the follow-up was created; null when nothing did
     */
    public record Timing(Instant notAfter, Instant patience, boolean waitedForBudget, StopKind stopped) {}

    /** @param placeAt when the recipient's budget has room for this message in the fair order; null when it never has */
    public record Budget(Instant placeAt, Sender sender, Pair pair) {}

    /**
     * The sender's other messages.
     *
     * @param reply whether the recipient answered the last message
     * @param first whether it is the first message to this recipient within a year
     * @param firstContacts when others were written to for the first time
     * @param unanswered when others who have not answered got their last message; empty if the recipient is among those
     *     who have not answered, since one more message makes it no more people
     * @param ahead how many other first messages wait for the sender's budget
     */
    public record Sender(
            boolean reply, boolean first, List<Instant> firstContacts, List<Instant> unanswered, int ahead) {
        public Sender {
            firstContacts = List.copyOf(firstContacts);
            unanswered = List.copyOf(unanswered);
        }
    }

    /**
     * What the recipient got from this sender since the last answer.
     *
     * @param forEvent how many of them were about the same event
     */
    public record Pair(int forEvent, List<Instant> unanswered) {
        public Pair {
            unanswered = List.copyOf(unanswered);
        }
    }
}
