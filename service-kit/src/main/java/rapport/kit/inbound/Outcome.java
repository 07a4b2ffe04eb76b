package rapport.kit.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rapport.kit.inbound.Batch.Poison;

/** What became of the messages of one transaction. A message that was parked before counts as neither. */
final class Outcome {
    private final List<Poison> parked = new ArrayList<>();
    private final Map<String, Integer> applied = new TreeMap<>();

    void parked(Poison poison) {
        parked.add(poison);
    }

    void applied(String topic, int messages) {
        applied.merge(topic, messages, Integer::sum);
    }

    List<Poison> parked() {
        return parked;
    }

    /** How many messages of each topic their handler has taken. */
    Map<String, Integer> applied() {
        return applied;
    }
}
