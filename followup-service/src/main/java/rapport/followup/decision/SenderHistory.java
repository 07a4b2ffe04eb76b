package rapport.followup.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import rapport.followup.decision.Facts.Pair;
import rapport.followup.decision.Facts.Sender;

/** What one sender sent within a year and who answered. It grows while a batch is decided. */
public final class SenderHistory {

    /** How far back it has to reach. */
    public static final Duration LENGTH = Duration.ofDays(365);

    /** One message that may have reached its recipient. */
    public record Sent(UUID recipient, UUID event, Instant at) {}

    private final Map<UUID, List<Sent>> sent = new HashMap<>();
    private final Map<UUID, Instant> answered = new HashMap<>();
    private int waiting;

    public void add(Sent message) {
        sent.computeIfAbsent(message.recipient(), recipient -> new ArrayList<>())
                .add(message);
    }

    /** The recipient answered, or got in touch by other means. Only the last time counts. */
    public void answered(UUID recipient, Instant at) {
        answered.merge(recipient, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Others of this sender that wait for room in the sender's own budget. */
    public void waiting(int others) {
        waiting = others;
    }

    /** Whether the recipient answered the last message: what follows is a conversation and counts against neither. */
    public boolean replies(UUID recipient) {
        Instant answer = answered.get(recipient);
        return answer != null
                && !to(recipient).isEmpty()
                && unanswered(recipient).isEmpty();
    }

    /** How many people may have got something since then. */
    public int writtenToSince(Instant then) {
        return (int) sent.values().stream()
                .filter(all -> all.stream().anyMatch(each -> each.at().isAfter(then)))
                .count();
    }

    /** How the sender stands, apart from this recipient. */
    public Sender sender(UUID recipient) {
        List<Instant> firsts = new ArrayList<>();
        List<Instant> open = new ArrayList<>();
        for (UUID other : sent.keySet()) {
            if (!other.equals(recipient)) {
                firsts.add(to(other).stream()
                        .map(Sent::at)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
                unanswered(other).stream()
                        .map(Sent::at)
                        .max(Comparator.naturalOrder())
                        .ifPresent(open::add);
            }
        }
        return new Sender(
                replies(recipient),
                to(recipient).isEmpty(),
                firsts,
                unanswered(recipient).isEmpty() ? open : List.of(),
                waiting);
    }

    /** What this recipient got since the last answer. */
    public Pair pair(UUID recipient, UUID event) {
        List<Sent> open = unanswered(recipient);
        return new Pair(
                (int) open.stream()
                        .filter(each -> Objects.equals(each.event(), event))
                        .count(),
                open.stream().map(Sent::at).toList());
    }

    private List<Sent> to(UUID recipient) {
        return sent.getOrDefault(recipient, List.of());
    }

    private List<Sent> unanswered(UUID recipient) {
        Instant answer = answered.get(recipient);
        return answer == null
                ? to(recipient)
                : to(recipient).stream()
                        .filter(each -> each.at().isAfter(answer))
                        .toList();
    }
}
