package rapport.followup.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * So many in any stretch of time of this length. A stretch is half open: what happened exactly one length ago is free again.
 *
 * @param limit zero means none at all
 */
public record Allowance(int limit, Duration length) {

    /** Recipients' budgets count seven days, rolling. */
    public static final Duration WEEK = Duration.ofDays(7);

    /** A recipient's budget, from all senders together. */
    public static Allowance weekly(int limit) {
        return new Allowance(limit, WEEK);
    }

    /** Those that still count at this instant, ascending. */
    public List<Instant> counting(List<Instant> spent, Instant now) {
        return spent.stream()
                .filter(at -> at.isAfter(now.minus(length)))
                .sorted()
                .toList();
    }

    /** When the next one has room, with this many others before it; empty when there is never any. */
    public Optional<Instant> freeAt(List<Instant> spent, int ahead, Instant now) {
        if (limit < 1) {
            return Optional.empty();
        }
        List<Instant> taken = new ArrayList<>(counting(spent, now));
        Instant free = now;
        for (int waiting = 0; waiting <= ahead; waiting++) {
            free = after(taken, free);
            taken.add(free);
        }
        return Optional.of(free);
    }

    /** The first instant from then on with room, when all that is taken lies before it. */
    Instant after(List<Instant> taken, Instant from) {
        int leaves = taken.size() - limit;
        if (leaves < 0) {
            return from;
        }
        Instant left = taken.get(leaves).plus(length);
        return left.isAfter(from) ? left : from;
    }
}
