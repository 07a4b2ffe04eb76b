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
            boolean known, boolean erased, boolean reachable, boolean suppressed, BoundaryMode mode, boolean ownMode) {}

    /** @param replannedAt when the message would be due if it were planned now; null when that is unknown */
    public record Occasion(EventState event, boolean sessionRemoved, Instant replannedAt) {}

    public enum EventState {
        NONE,
        UNKNOWN,
        ON,
        CANCELLED
    }

    /**
     * @param waitedForBudget whether the budget was why it was held before
     * @param stopped what happened between the two since the follow-up was created; null when nothing did
     */
    public record Timing(Instant notAfter, boolean waitedForBudget, StopKind stopped) {}

    /**
     * @param counted when the messages of the last seven days were claimed, ascending
     * @param ahead how many other messages wait for this recipient before this one
     */
    public record Budget(int limit, List<Instant> counted, int ahead) {
        public Budget {
            counted = List.copyOf(counted);
        }
    }
}
