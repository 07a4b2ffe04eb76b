package rapport.followup.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rapport.followup.decision.Allowance;
import rapport.followup.window.WorkingWindow;

/** What happens to a letter that is due. */
sealed interface Handling {

    record Send() implements Handling {}

    record Wait(Instant until, String why) implements Handling {}

    record Never(String why) implements Handling {}

    /** How soon it is looked at again when nothing tells when that helps. */
    Duration AGAIN = Duration.ofHours(1);

    /** The recipient's word first; what is not known is never taken for a yes. */
    static Handling of(Letter.Kind kind, Addressee to, Instant now) {
        if (to.erased()) {
            return new Never("erased");
        }
        if (to.stopped()) {
            return new Never("address-suppressed");
        }
        if (to.address() == null) {
            return new Wait(now.plus(AGAIN), "no-verified-address");
        }
        return kind.unasked() ? ofUnasked(to, now) : new Send();
    }

    private static Handling ofUnasked(Addressee to, Instant now) {
        if (ahead(to.pausedUntil(), now)) {
            return new Wait(to.pausedUntil(), "paused");
        }
        if (to.closed()) {
            return ahead(to.closedUntil(), now)
                    ? new Wait(to.closedUntil(), "boundary-closed")
                    : new Never("boundary-closed");
        }
        if (to.weeklyBudget() < 1) {
            return new Never("budget-exhausted");
        }
        int over = to.counted().size() - to.weeklyBudget();
        if (over >= 0) {
            return new Wait(to.counted().get(over).plus(Allowance.WEEK), "budget-exhausted");
        }
        if (to.window().isEmpty()) {
            return new Wait(now.plus(AGAIN), "zone-unknown");
        }
        Optional<Instant> open = WorkingWindow.nextOpen(to.window(), now);
        boolean welcome = open.isPresent() && open.get().equals(now);
        return welcome ? new Send() : new Wait(open.orElse(now.plus(AGAIN)), "quiet-hours");
    }

    private static boolean ahead(Instant until, Instant now) {
        return until != null && until.isAfter(now);
    }
}
