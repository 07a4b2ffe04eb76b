package rapport.followup.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Who comes first when not all can: one message of each sender in turn, the longest approved first. */
final class FairOrder {

    /** What the order depends on. */
    record Waiting(UUID followUp, UUID recipient, String sender, Instant approvedAt) {}

    private record Turn(UUID recipient, String sender) {}

    private FairOrder() {}

    /** The positions of the messages in the order in which they are to be decided. */
    static List<Integer> of(List<Waiting> waiting) {
        List<Integer> byAge = IntStream.range(0, waiting.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer at) -> waiting.get(at).approvedAt(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(at -> waiting.get(at).followUp()))
                .toList();
        Map<Turn, Integer> turns = new HashMap<>();
        Map<Integer, Integer> turnOf = new HashMap<>();
        for (int at : byAge) {
            Waiting message = waiting.get(at);
            turnOf.put(at, turns.merge(new Turn(message.recipient(), message.sender()), 1, Integer::sum));
        }
        return byAge.stream().sorted(Comparator.comparing(turnOf::get)).toList();
    }
}
