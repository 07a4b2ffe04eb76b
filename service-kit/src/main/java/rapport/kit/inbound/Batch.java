package rapport.kit.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one poll brought, sorted into what each handler gets and what nobody can read. Topics are always in the same order. */
final class Batch {
    /** A message that its handler is to apply. */
    record Opened(RawMessage raw, Inbound inbound) {}

    /** A message that cannot be read, and why. */
    record Poison(RawMessage raw, String reason) {}

    private final Map<String, List<Opened>> opened = new TreeMap<>();
    private final List<Poison> poison = new ArrayList<>();

    private Batch() {}

    static Batch of(List<RawMessage> polled, Handlers handlers, InboundMetrics metrics) {
        var batch = new Batch();
        for (RawMessage raw : polled) {
            MessageHandler handler = handlers.of(raw.topic()).orElseThrow();
            if (raw.body() == null) {
                metrics.count(raw.topic(), "tombstone", 1);
                continue;
            }
            try {
                if (handler.types().contains(Envelope.type(raw))) {
                    batch.opened
                            .computeIfAbsent(raw.topic(), topic -> new ArrayList<>())
                            .add(new Opened(raw, Envelope.open(raw)));
                } else {
                    metrics.count(raw.topic(), "unknown", 1);
                }
            } catch (Unreadable e) {
                batch.poison.add(new Poison(raw, Reason.of(e)));
            }
        }
        return batch;
    }

    Map<String, List<Opened>> opened() {
        return opened;
    }

    List<Poison> poison() {
        return poison;
    }

    boolean isEmpty() {
        return opened.isEmpty() && poison.isEmpty();
    }

    static List<Inbound> inbound(List<Opened> messages) {
        var inbound = new ArrayList<Inbound>(messages.size());
        messages.forEach(message -> inbound.add(message.inbound()));
        return inbound;
    }
}
