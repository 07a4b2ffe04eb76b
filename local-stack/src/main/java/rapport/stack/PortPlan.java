package rapport.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rapport.stack.process.Ports;

/** Which port each part listens on, always on loopback only. */
public record PortPlan(
        int gateway,
        int events,
        int contacts,
        int followup,
        int issuer,
        int smtp,
        int postgres,
        int kafka,
        int kafkaController,
        int inbound) {

    /** Ten neighbours, so that one option moves them all. */
    public static PortPlan from(int base) {
        return new PortPlan(
                base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6, base + 7, base + 8, base + 9);
    }

    public static PortPlan free() {
        return new PortPlan(
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free());
    }

    /** One sentence about the ports that somebody else uses; empty when all are free. */
    public Optional<String> complaint() {
        var taken = named().entrySet().stream()
                .filter(entry -> !Ports.isFree(entry.getValue()))
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .toList();
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of((taken.size() == 1 ? "Port " : "Ports ") + String.join(", ", taken)
                        + " already in use: stop what listens there, or choose others with --port-base N.");
    }

    private Map<String, Integer> named() {
        var named = new LinkedHashMap<String, Integer>();
        named.put("gateway", gateway);
        named.put("events-service", events);
        named.put("contacts-service", contacts);
        named.put("followup-service", followup);
        named.put("issuer", issuer);
        named.put("mailbox", smtp);
        named.put("Postgres", postgres);
        named.put("Kafka", kafka);
        named.put("Kafka's controller", kafkaController);
        named.put("answers to messages", inbound);
        return named;
    }
}
