package rapport.system.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** How often somebody still has to die, and where; a death that did not happen at its point is owed again. */
final class OwedDeaths {
    /** As {@code rapport.followup.crash.CrashPoint} has them. */
    static final List<String> POINTS = List.of(
            "after-claim-commit",
            "before-data",
            "before-dot",
            "after-dot",
            "after-answer",
            "after-journal",
            "before-completion-commit");
    /** Points that a message passes by itself; the others are passed by a batch of messages. */
    private static final Set<String> OF_ONE = Set.of("before-data", "before-dot", "after-dot");

    private final Deque<String> owed = new ArrayDeque<>();
    private final Map<String, Integer> died = new TreeMap<>();
    private final Random random = new Random(20261125);
    private int misses;
    private final int allowedMisses;

    OwedDeaths(int perPoint) {
        for (int round = 0; round < perPoint; round++) {
            owed.addAll(POINTS);
        }
        allowedMisses = POINTS.size() + owed.size() / 4;
    }

    /** Where the next one dies; null when nothing is owed, or when too many would not die where they should. */
    synchronized String next() {
        return misses > allowedMisses ? null : owed.poll();
    }

    synchronized int passing(String point) {
        return OF_ONE.contains(point) ? 1 + random.nextInt(3) : 1;
    }

    /** @return how many died at their points until now */
    synchronized int happened(String point, boolean there) {
        if (there) {
            died.merge(point, 1, Integer::sum);
        } else {
            misses++;
            owed.addLast(point);
        }
        return died.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int misses() {
        return misses;
    }

    synchronized Map<String, Integer> died() {
        return Map.copyOf(died);
    }
}
