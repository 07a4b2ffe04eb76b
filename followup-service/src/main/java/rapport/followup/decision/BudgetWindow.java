package rapport.followup.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A recipient's budget: so many messages in any seven days, from all senders together. */
public final class BudgetWindow {

    public static final Duration LENGTH = Duration.ofDays(7);

    private BudgetWindow() {}

    /** How many messages may still go at this instant. */
    public static int remaining(int limit, List<Instant> counted, Instant now) {
        return Math.max(0, limit - counting(counted, now).size());
    }

    /** When the message with this many others before it finds room; empty when the recipient takes none at all. */
    static Optional<Instant> freeAt(Facts.Budget budget, Instant now) {
        if (budget.limit() < 1) {
            return Optional.empty();
        }
        List<Instant> taken = new ArrayList<>(counting(budget.counted(), now));
        Instant free = now;
        for (int waiting = 0; waiting <= budget.ahead(); waiting++) {
            int leaves = taken.size() - budget.limit();
            if (leaves >= 0) {
                Instant left = taken.get(leaves).plus(LENGTH);
                free = left.isAfter(free) ? left : free;
            }
            taken.add(free);
        }
        return Optional.of(free);
    }

    private static List<Instant> counting(List<Instant> counted, Instant now) {
        return counted.stream()
                .filter(at -> at.isAfter(now.minus(LENGTH)))
                .sorted()
                .toList();
    }
}
