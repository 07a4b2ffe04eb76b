package rapport.contacts.settle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.contacts.contact.ContactDraft;
import rapport.contacts.contact.PendingReason;
import rapport.contacts.contact.Standing;
import rapport.contacts.contact.StoredContact;

/** Decides what becomes of pending contacts whose badges are known now. Plain memory. */
final class Folding {
    private record Key(String owner, UUID person) {}

    private final Map<UUID, ContactDraft> drafts = new LinkedHashMap<>();
    private final Map<Key, ContactDraft> people = new HashMap<>();
    private final List<Arrived> done = new ArrayList<>();
    private final List<Arrived> stillWaiting = new ArrayList<>();

    static Folding of(List<Arrived> arrived, List<StoredContact> known) {
        var folding = new Folding();
        for (StoredContact contact : known) {
            folding.people.put(
                    new Key(contact.owner(), contact.standing().personId()),
                    folding.drafts.computeIfAbsent(contact.id(), id -> ContactDraft.of(contact)));
        }
        arrived.forEach(folding::decide);
        return folding;
    }

    private void decide(Arrived arrived) {
        StoredContact waiting = arrived.contact();
        ContactDraft draft = drafts.computeIfAbsent(waiting.id(), id -> ContactDraft.of(waiting));
        if (draft.isKnown()) {
            done.add(arrived);
        } else if (!arrived.acceptable()) {
            draft.become(draft.standing().because(PendingReason.BADGE_NOT_ACCEPTED));
            stillWaiting.add(arrived);
        } else if (arrived.own()) {
            draft.become(draft.standing().because(PendingReason.OWN_BADGE));
            stillWaiting.add(arrived);
        } else if (draft.isMerged() && people.containsKey(key(arrived))) {
            // Its owner says who it belongs to. Should they take that back, it is folded then.
            stillWaiting.add(arrived);
        } else {
            resolve(arrived, draft);
            done.add(arrived);
        }
    }

    private static Key key(Arrived arrived) {
        return new Key(arrived.contact().owner(), arrived.badge().personId());
    }

    private void resolve(Arrived arrived, ContactDraft draft) {
        var standing =
                Standing.scanned(arrived.badge().personId(), arrived.badge().shared());
        Key key = key(arrived);
        ContactDraft known = people.get(key);
        if (known == null) {
            draft.become(standing);
            people.put(key, draft);
        } else {
            known.absorb(draft, standing);
        }
    }

    List<StoredContact> changed() {
        return drafts.values().stream()
                .filter(ContactDraft::changed)
                .map(ContactDraft::result)
                .toList();
    }

    List<StoredContact> aliases() {
        return changed().stream().filter(c -> c.mergedInto() != null).toList();
    }

    List<Arrived> done() {
        return done;
    }

    List<Arrived> stillWaiting() {
        return stillWaiting;
    }
}
