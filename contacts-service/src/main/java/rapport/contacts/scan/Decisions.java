package rapport.contacts.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import rapport.contacts.contact.ContactDraft;
import rapport.contacts.contact.ContactStatus;
import rapport.contacts.contact.NewNote;
import rapport.contacts.contact.Standing;
import rapport.contacts.contact.StoredContact;
import rapport.kit.id.Ids;

/**
 * Decides what becomes of the scans of one transaction. Plain memory: it knows what was found and says what is to be written.
 * Scans of one batch see each other as if they had come one after the other.
 */
final class Decisions {
    private record ScanKey(String owner, UUID scanId) {}

    private record ContactKey(String owner, UUID counterpart) implements Comparable<ContactKey> {
        private static final Comparator<ContactKey> ORDER =
                Comparator.comparing(ContactKey::counterpart).thenComparing(ContactKey::owner);

        @Override
        public int compareTo(ContactKey other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<ScanAnswer> answers = new ArrayList<>();
    private final List<Decided> scans = new ArrayList<>();
    private final List<NewNote> notes = new ArrayList<>();
    private final Map<ScanKey, Found.Earlier> seen = new HashMap<>();
    /** In the order of the unique index, so that two writers never wait for each other in a circle. */
    private final Map<ContactKey, ContactDraft> drafts = new TreeMap<>();

    static Decisions about(List<Scan> scans, List<Found> found) {
        var decisions = new Decisions();
        for (int i = 0; i < scans.size(); i++) {
            decisions.answers.add(decisions.decide(scans.get(i), found.get(i)));
        }
        return decisions;
    }

    private ScanAnswer decide(Scan scan, Found found) {
        var key = new ScanKey(scan.owner(), scan.id());
        Found.Earlier earlier = found.earlier() == null ? seen.get(key) : found.earlier();
        if (earlier != null) {
            return earlier.fingerprint() == scan.fingerprint()
                    ? ScanAnswer.stored(scan, Outcome.REPLAY, earlier.contactId())
                    : ScanAnswer.refused(scan, Refusal.SCAN_ID_REUSED);
        }
        Found.Badge badge = found.badge();
        if (found.badgeGone()) {
            return ScanAnswer.refused(scan, Refusal.BADGE_NOT_ACCEPTED);
        }
        if (badge != null && !(badge.valid() && scan.item().eventId().equals(badge.eventId()))) {
            return ScanAnswer.refused(scan, Refusal.BADGE_NOT_ACCEPTED);
        }
        if (badge != null && scan.owner().equals(badge.subject())) {
            return ScanAnswer.refused(scan, Refusal.OWN_BADGE);
        }
        Decided decided = add(
                scan,
                found,
                badge == null
                        ? Standing.pending(scan.pendingKey())
                        : Standing.scanned(badge.personId(), badge.shared()));
        seen.put(key, new Found.Earlier(decided.contactId(), scan.fingerprint()));
        scans.add(decided);
        return ScanAnswer.stored(scan, decided.outcome(), decided.contactId());
    }

    private Decided add(Scan scan, Found found, Standing standing) {
        var key = new ContactKey(scan.owner(), standing.counterpart());
        ContactDraft draft = drafts.get(key);
        boolean fresh = draft == null && found.contact() == null;
        if (draft == null) {
            draft = ContactDraft.of(fresh ? StoredContact.unborn(scan.owner(), Ids.next(), standing) : found.contact());
            drafts.put(key, draft);
        }
        List<NewNote> added = scan.notes(draft.id());
        draft.learn(standing, scan.says(), !added.isEmpty());
        notes.addAll(added);
        return new Decided(scan, outcome(draft.status(), fresh), draft.id());
    }

    private static Outcome outcome(ContactStatus status, boolean fresh) {
        return switch (status) {
            case PENDING -> Outcome.PENDING;
            case NEEDS_CONSENT -> Outcome.NEEDS_CONSENT;
            case ACTIVE -> fresh ? Outcome.CREATED : Outcome.UPDATED;
        };
    }

    /** One per scan, in the order given. */
    List<ScanAnswer> answers() {
        return answers;
    }

    List<Decided> scans() {
        return scans;
    }

    List<NewNote> notes() {
        return notes;
    }

    /** Contacts that are new or not what they were. */
    List<StoredContact> contacts() {
        return drafts.values().stream()
                .filter(ContactDraft::changed)
                .map(ContactDraft::result)
                .toList();
    }
}
