package rapport.followup.dispatch;

import java.time.Instant;
import java.util.Objects;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.decision.Decision;
import rapport.followup.decision.Verdict;
import rapport.followup.followup.FollowUpState;
import rapport.followup.request.Asking;

/** A due follow-up, what was decided about it, and what that makes of its progress. */
record Judged(Due due, Circumstances circumstances, Decision decision) {

    Instant notAfter() {
        return decision.notAfter();
    }

    boolean sends() {
        return decision.sends();
    }

    FollowUpState next() {
        return switch (decision.verdict()) {
            case PASS -> FollowUpState.SENDING;
            case HOLD -> FollowUpState.HELD;
            case PREPARE -> FollowUpState.NEEDS_PREPARATION;
            case EXPIRE -> FollowUpState.EXPIRED;
            case SKIP -> FollowUpState.SKIPPED;
            case STOP -> FollowUpState.STOPPED;
        };
    }

    /** Whether anybody outside has to learn it: being held for the same reason again is no news, nor is being claimed. */
    boolean isNews() {
        boolean same = next().name().equals(due.position().state())
                && Objects.equals(decision.reason(), due.position().reason());
        return !sends() && !same;
    }

    /** Whether it waits for a word of its recipient that nobody has asked for yet. */
    boolean wantsToBeAsked() {
        return decision.verdict() == Verdict.HOLD
                && ("by-request-only".equals(decision.reason()) || "relay-only".equals(decision.reason()));
    }

    Asking asking() {
        return new Asking(
                due.id(),
                due.asked().owner(),
                due.words().ownerName(),
                circumstances.person().id(),
                circumstances.person().locale(),
                due.words().subject(),
                due.words().preparation().question(),
                circumstances.occasion());
    }

    /** Whether neither side may see the other's address: the owner chose it, or the recipient's rules say so. */
    boolean relayed() {
        return due.words().relay() || circumstances.mode() == BoundaryMode.RELAY;
    }
}
