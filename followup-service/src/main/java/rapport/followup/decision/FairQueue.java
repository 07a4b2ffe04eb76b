package rapport.followup.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.followup.window.WorkingWindow;

/**
 * Who writes next when not all can: answers to answers first, then one message of each sender in turn, the longest approved
 * first. Places are dealt out in this order, each at the first instant at which the budget has room and the recipient
 * works. Nothing but its arguments decides, so a date that was named comes true unless somebody joins, leaves or changes.
 */
public final class FairQueue {

    /**
     * One message that waits for a recipient.
     *
     * @param before how many messages its sender already sent to this recipient without an answer: turns that were had
     * @param reply whether it answers the recipient
     * @param approvedAt null counts as the youngest
     * @param notBefore when its sender's own budget has room; null: now
     * @param windows all of them have to be open
     */
    public record Waiting(
            UUID id,
            String sender,
            int before,
            boolean reply,
            Instant approvedAt,
            Instant notBefore,
            List<WorkingWindow> windows) {}

    private static final Comparator<Waiting> AGE = Comparator.comparing(
                    Waiting::approvedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Waiting::id);

    private FairQueue() {}

    /** The messages to one recipient in the order in which they may go. */
    public static List<Waiting> order(List<Waiting> waiting) {
        List<Waiting> byAge = waiting.stream().sorted(AGE).toList();
        Map<String, Integer> turns = new HashMap<>();
        Map<UUID, Integer> turn = new HashMap<>();
        byAge.forEach(each -> turn.put(each.id(), each.before() + turns.merge(each.sender(), 1, Integer::sum)));
        return byAge.stream()
                .sorted(Comparator.comparing((Waiting each) -> !each.reply())
                        .thenComparing(each -> turn.get(each.id())))
                .toList();
    }

    /**
     * When each may go. A message that nothing but its hours holds up gives way to the next one who may go earlier, so no
     * place is wasted.
     *
     * @param spent when the recipient's messages of the last seven days went
     * @return in the order of the places; a message that can never go is left out
     */
    public static Map<UUID, Instant> places(Allowance budget, List<Instant> spent, List<Waiting> waiting, Instant now) {
        Map<UUID, Instant> places = new LinkedHashMap<>();
        if (budget.limit() < 1) {
            return places;
        }
        List<Instant> taken = new ArrayList<>(budget.counting(spent, now));
        List<Waiting> left = new ArrayList<>(order(waiting));
        Instant free = now;
        while (!left.isEmpty()) {
            free = budget.after(taken, free);
            Place next = next(left, free);
            if (next == null) {
                return places;
            }
            places.put(next.message().id(), next.at());
            left.remove(next.message());
            taken.add(next.at());
            free = next.at();
        }
        return places;
    }

    private record Place(Waiting message, Instant at) {}

    /** The first in order among those that can go the earliest. */
    private static Place next(List<Waiting> left, Instant free) {
        Map<List<WorkingWindow>, Instant> opens = new HashMap<>();
        Place best = null;
        for (Waiting each : left) {
            Instant at = each.notBefore() == null || !each.notBefore().isAfter(free)
                    ? opens.computeIfAbsent(each.windows(), windows -> open(windows, free))
                    : open(each.windows(), each.notBefore());
            if (at != null && (best == null || at.isBefore(best.at()))) {
                best = new Place(each, at);
            }
            if (best != null && best.at().equals(free)) {
                return best;
            }
        }
        return best;
    }

    private static Instant open(List<WorkingWindow> windows, Instant from) {
        return WorkingWindow.nextOpen(windows, from).orElse(null);
    }
}
