package rapport.followup.contactmerge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What merging contacts, and undoing it, means for their follow-ups. Of two that run to what is one person now, the one that
 * was approved first is left; the other comes back when the two contacts are taken apart. Two that their owner wrote for one
 * and the same contact are no rivals. A pure function of how things are now, so the order in which merges are told means
 * nothing.
 */
final class Rivalry {

    /** @param stop what is stopped, and for which other one */
    record Outcome(Map<UUID, UUID> stop, Set<UUID> restore) {}

    private Rivalry() {}

    static Outcome of(List<Sequence> sequences) {
        Set<UUID> restore = new HashSet<>();
        Map<UUID, List<Sequence>> rivals = new HashMap<>();
        for (Sequence sequence : sequences) {
            Sequence now = sequence;
            if (sequence.lostTo() != null
                    && !sequence.contact().equals(sequence.lostTo().contact())) {
                restore.add(sequence.id());
                now = sequence.restored();
            }
            if (now.running()) {
                rivals.computeIfAbsent(now.contact(), contact -> new ArrayList<>())
                        .add(now);
            }
        }
        Map<UUID, UUID> stop = new HashMap<>();
        rivals.values().forEach(group -> decide(group, stop));
        return new Outcome(stop, restore);
    }

    private static void decide(List<Sequence> group, Map<UUID, UUID> stop) {
        Sequence first = group.stream()
                .min(Comparator.comparing(Sequence::approvedAt).thenComparing(Sequence::id))
                .orElseThrow();
        group.stream()
                .filter(each -> !each.madeFor().equals(first.madeFor()))
                .forEach(each -> stop.put(each.id(), first.id()));
    }
}
