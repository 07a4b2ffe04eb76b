package rapport.contacts.addressbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.contacts.contact.ContactDraft;
import rapport.contacts.contact.ContactKind;
import rapport.contacts.contact.NewNote;
import rapport.contacts.contact.Standing;
import rapport.contacts.contact.StoredContact;
import rapport.contacts.details.IdentityKeys;
import rapport.contacts.details.Words;
import rapport.contacts.erased.ErasedIdentities;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Details;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;
import rapport.contacts.merge.Stamp;
import rapport.kit.id.Ids;

/**
 * Decides what becomes of the rows of one file. Plain memory: it knows what was found and says what is to be written. A row is
 * known by its own id, else by what identifies a person; a name alone identifies nobody.
 */
final class Plan {
    private static final String SEPARATOR = " ";

    private final String owner;
    private final Instant now;
    /** The owner's contacts by source id and by identifying key; rows of the file join them. */
    private final Map<String, Set<UUID>> known;

    private final Map<UUID, Entry> exported;
    /** By what people are known who had themselves erased. */
    private final Set<String> erased;

    private final Map<UUID, ContactDraft> drafts = new LinkedHashMap<>();
    private final List<NewNote> notes = new ArrayList<>();

    Plan(
            String owner,
            Instant now,
            Map<String, Set<UUID>> known,
            Map<UUID, Entry> exported,
            List<StoredContact> contacts,
            Set<String> erased) {
        this.owner = owner;
        this.now = now;
        this.known = new HashMap<>(known);
        this.exported = exported;
        this.erased = erased;
        contacts.forEach(contact -> drafts.put(contact.id(), ContactDraft.of(contact)));
    }

    RowResult decide(Row row) {
        Entry entry = row.entry();
        if (entry == null) {
            return new RowResult(row.number(), RowOutcome.ERROR, null, List.of(row.fault()));
        }
        if (!Collections.disjoint(certain(entry), erased)) {
            return result(row, RowOutcome.CONFLICT, null, "person-erased");
        }
        String source = entry.source();
        String content = entry.fingerprint();
        Set<UUID> bySource = known.getOrDefault(source, Set.of());
        Set<UUID> found = bySource.isEmpty() ? byKeys(entry) : bySource;
        if (found.size() > 1) {
            return result(row, RowOutcome.CONFLICT, null, "several-matches");
        }
        if (found.isEmpty()) {
            return create(row, source, content);
        }
        UUID id = found.iterator().next();
        ContactDraft draft = drafts.get(id);
        if (bySource.isEmpty() && isSomebodyElse(draft, entry)) {
            return result(row, RowOutcome.CONFLICT, id, "other-name");
        }
        return update(row, draft, source, content);
    }

    private Set<UUID> byKeys(Entry entry) {
        var found = new LinkedHashSet<UUID>();
        for (String key : identifying(entry)) {
            found.addAll(known.getOrDefault(key, Set.of()));
        }
        return found;
    }

    /** The keys of an entry that identify a person. */
    static List<String> identifying(Entry entry) {
        String[] keys = entry.keys().toArray();
        return keys == null
                ? List.of()
                : List.of(keys).stream()
                        .filter(key -> key.startsWith(IdentityKeys.ORCID)
                                || key.startsWith(IdentityKeys.EMAIL)
                                || key.startsWith(IdentityKeys.LINKEDIN)
                                || key.startsWith(IdentityKeys.PHONE_AND_NAME))
                        .toList();
    }

    /** The keys by which a person who was erased would be known again. */
    static List<String> certain(Entry entry) {
        return ErasedIdentities.certain(entry.keys().toArray());
    }

    private RowResult create(Row row, String source, String content) {
        UUID id = Ids.next();
        var draft = ContactDraft.of(StoredContact.unborn(owner, id, Standing.typed(id, ContactKind.IMPORTED)));
        drafts.put(id, draft);
        learn(draft, row.entry(), source, content, true);
        remember(row.entry(), source, id);
        return result(row, RowOutcome.CREATED, id);
    }

    private RowResult update(Row row, ContactDraft draft, String source, String content) {
        Entry entry = row.entry();
        String before = draft.state().said().get(Several.SOURCES).get(source);
        if (before != null && isOld(before, entry, content)) {
            return result(
                    row,
                    RowOutcome.SKIPPED,
                    draft.id(),
                    content(before).equals(content) ? "unchanged" : "older-revision");
        }
        if (exported.containsKey(draft.id())) {
            entry.forget(exported.get(draft.id()));
        }
        ContactState state = draft.state();
        boolean said = learn(draft, entry, source, content, before != null);
        remember(entry, source, draft.id());
        return result(
                row,
                said || !state.equals(draft.state()) && before != null ? RowOutcome.UPDATED : RowOutcome.SKIPPED,
                draft.id());
    }

    /** Whether this very content was taken in before, whatever its owner has changed since; or a newer revision of it. */
    private static boolean isOld(String before, Entry entry, String content) {
        if (content(before).equals(content)) {
            return true;
        }
        String revision = before.substring(before.indexOf(SEPARATOR) + 1);
        return entry.revision() != null
                && !revision.isEmpty()
                && !entry.revision().isAfter(Instant.parse(revision));
    }

    private static String content(String label) {
        return label.substring(0, label.indexOf(SEPARATOR));
    }

    /** An address is sometimes shared: with two names that have no word in common it is not the same person. */
    private static boolean isSomebodyElse(ContactDraft draft, Entry entry) {
        Details said = draft.state().said();
        String typed = said.get(Field.DISPLAY_NAME);
        if (typed == null && said.get(Field.FAMILY_NAME) != null) {
            typed = said.get(Field.FAMILY_NAME);
        }
        if (typed == null || entry.name() == null) {
            return false;
        }
        String words = Words.findable(List.of(typed));
        String others = Words.findable(List.of(entry.name()));
        return words != null
                && others != null
                && Collections.disjoint(List.of(words.split(" ")), List.of(others.split(" ")));
    }

    /**
     * @param overwrite whether the file is where the contact's fields come from; else it only adds what is not known
     * @return whether the contact says anything that it did not say before, apart from where it is from
     */
    private boolean learn(ContactDraft draft, Entry entry, String source, String content, boolean overwrite) {
        ContactState state = draft.state();
        Details before = state.said();
        var edit = new Details.Edit(before);
        entry.fields().forEach((field, text) -> {
            if (overwrite || before.get(field) == null) {
                edit.set(field, text);
            } else if (!text.equals(before.get(field))) {
                entry.remark("kept-what-was-typed");
            }
        });
        entry.lists()
                .forEach((list, entries) -> entries.forEach((value, label) -> {
                    if (list != Several.LINKS || overwrite || !before.get(list).containsKey(value)) {
                        edit.add(list, value, label.isEmpty() ? null : label);
                    }
                }));
        boolean news = !edit.isEmpty() || !state.currentTags().containsAll(entry.tags());
        edit.add(Several.SOURCES, source, content + SEPARATOR + (entry.revision() == null ? "" : entry.revision()));
        var stamp = new Stamp(
                Math.max(now.toEpochMilli(), state.lastSaid() + 1),
                0,
                "",
                Ids.next().toString());
        List<String> tags = entry.tags().stream()
                .filter(tag -> !state.currentTags().contains(tag))
                .toList();
        ContactState said = edit.at(stamp).join(ContactState.scanned(stamp, null, null, tags, List.of()));
        if (entry.connectedOn() != null) {
            UUID met = Ids.derived(draft.id(), source);
            said = said.join(ContactState.met(
                    met,
                    Encounter.reported(met, stamp, null, null, null)
                            .told(entry.connectedOn(), "connected on LinkedIn", null, stamp)));
            news |= !state.encounters().containsKey(met);
        }
        draft.learn(draft.standing(), said, false);
        for (String note : entry.notes()) {
            notes.add(new NewNote(
                    owner,
                    draft.id(),
                    Ids.derived(draft.id(), note),
                    0,
                    NewNote.NOTE,
                    note,
                    entry.revision() == null ? now : entry.revision()));
        }
        return news;
    }

    private void remember(Entry entry, String source, UUID id) {
        known.merge(source, Set.of(id), Plan::both);
        identifying(entry).forEach(key -> known.merge(key, Set.of(id), Plan::both));
    }

    private static Set<UUID> both(Set<UUID> one, Set<UUID> other) {
        var both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static RowResult result(Row row, RowOutcome outcome, UUID contact, String... reasons) {
        var remarks = new ArrayList<>(List.of(reasons));
        remarks.addAll(row.entry().remarks());
        return new RowResult(row.number(), outcome, contact, remarks);
    }

    List<StoredContact> changed() {
        return drafts.values().stream()
                .filter(ContactDraft::changed)
                .map(ContactDraft::result)
                .toList();
    }

    boolean isNew(UUID contact) {
        return drafts.get(contact) != null && drafts.get(contact).isUnborn();
    }

    List<NewNote> notes() {
        return notes;
    }
}
