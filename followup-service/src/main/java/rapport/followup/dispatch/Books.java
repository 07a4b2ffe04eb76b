package rapport.followup.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.decision.Facts;
import rapport.followup.decision.SenderHistory;

/** What recipients and senders of a batch have spent. It grows while the batch is decided. */
final class Books {

    private final Map<UUID, Recipients.Usage> recipients;
    private final Map<String, SenderHistory> senders;

    Books(Map<UUID, Recipients.Usage> recipients, Map<String, SenderHistory> senders) {
        this.recipients = recipients;
        this.senders = new HashMap<>(senders);
    }

    /** Also those who are not decided now; what is known already is not replaced. */
    void add(Map<String, SenderHistory> others) {
        others.forEach(senders::putIfAbsent);
    }

    boolean knows(String owner) {
        return senders.containsKey(owner);
    }

    /** Somebody the contact points to only since the locks were taken is not: nothing is known, so nothing is sent. */
    boolean locked(UUID recipient) {
        return recipient == null || recipients.containsKey(recipient);
    }

    List<Instant> spent(UUID recipient) {
        return recipients.get(recipient).counted();
    }

    SenderHistory of(String owner) {
        return senders.get(owner);
    }

    Facts.Budget budget(String owner, UUID recipient, UUID event, Instant placeAt) {
        SenderHistory history = senders.get(owner);
        return new Facts.Budget(placeAt, history.sender(recipient), history.pair(recipient, event));
    }

    void spend(String owner, UUID recipient, UUID event, Instant now) {
        senders.get(owner).add(new SenderHistory.Sent(recipient, event, now));
    }

    /** The recipients for whom the order matters: somebody waits already, or not all of the batch may find room. */
    Set<UUID> crowded(Collection<Circumstances> batch, ToIntFunction<Circumstances> limit) {
        Map<UUID, Integer> wanted = new HashMap<>();
        Set<UUID> crowded = new HashSet<>();
        for (Circumstances each : batch) {
            UUID person = each.person().id();
            if (person != null && recipients.containsKey(person)) {
                Recipients.Usage usage = recipients.get(person);
                int all =
                        wanted.merge(person, 1, Integer::sum) + usage.counted().size();
                if (usage.waiting() > 0 || all > limit.applyAsInt(each)) {
                    crowded.add(person);
                }
            }
        }
        return crowded;
    }
}
