package rapport.contacts.addressbook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import rapport.contacts.details.IdentityKeys;
import rapport.contacts.details.LinkKind;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;
import rapport.kit.json.Json;

/** One person in an address book of somebody's, cleaned and normalised; what is not known is absent. */
final class Entry {
    private final Map<Field, String> fields = new LinkedHashMap<>();
    private final Map<Several, Map<String, String>> lists = new LinkedHashMap<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private String uid;
    private Instant revision;
    private Instant connectedOn;

    /** Blank is absent, and the first value of a field counts. */
    Entry with(Field field, String text) {
        String clean = CleanText.of(text, limit(field), remarks);
        if (clean != null) {
            fields.putIfAbsent(field, clean);
        }
        return this;
    }

    Entry with(Several list, String entry, String label) {
        String clean = CleanText.of(entry, list == Several.LINKS || list == Several.EMAILS ? 500 : 100, remarks);
        if (clean != null) {
            String text = CleanText.of(label, list == Several.LINKS ? 500 : 50, remarks);
            lists.computeIfAbsent(list, l -> new LinkedHashMap<>()).putIfAbsent(clean, text == null ? "" : text);
        }
        return this;
    }

    private static int limit(Field field) {
        return switch (field) {
            case DISPLAY_NAME -> 200;
            case AFFILIATION -> 300;
            case MY_GOAL -> 1000;
            default -> 100;
        };
    }

    void tag(String text) {
        String clean = CleanText.of(text, 50, remarks);
        if (clean != null && tags.size() < 50) {
            tags.add(clean);
        }
    }

    void note(String text) {
        String clean = CleanText.of(text, 10_000, remarks);
        if (clean != null) {
            notes.add(clean);
        }
    }

    /** Something remarkable about the row that its owner should know. */
    void remark(String code) {
        remarks.add(code);
    }

    void identified(String id, Instant rev) {
        uid = CleanText.of(id, 300, remarks);
        revision = rev;
    }

    void connected(Instant when) {
        connectedOn = when;
    }

    /** Leaves out what another entry says as well: what is left is what was changed between them. */
    void forget(Entry known) {
        fields.entrySet().removeIf(e -> e.getValue().equals(known.fields.get(e.getKey())));
        lists.forEach((list, entries) -> {
            Map<String, String> same = known.lists.getOrDefault(list, Map.of());
            entries.entrySet().removeIf(e -> e.getValue().equals(same.get(e.getKey())));
        });
        lists.values().removeIf(Map::isEmpty);
        tags.removeAll(known.tags);
        notes.removeAll(known.notes);
    }

    boolean isEmpty() {
        return fields.isEmpty() && lists.isEmpty() && tags.isEmpty() && notes.isEmpty() && connectedOn == null;
    }

    /** A contact without any name and address could not be found again. */
    boolean isNamed() {
        return name() != null || !list(Several.EMAILS).isEmpty();
    }

    String name() {
        if (fields.get(Field.DISPLAY_NAME) != null) {
            return fields.get(Field.DISPLAY_NAME);
        }
        String given = fields.get(Field.GIVEN_NAME);
        String family = fields.get(Field.FAMILY_NAME);
        return given == null ? family : family == null ? given : given + ' ' + family;
    }

    IdentityKeys keys() {
        return new IdentityKeys()
                .name(name())
                .orcid(fields.get(Field.ORCID))
                .linkedIn(list(Several.LINKS).get(LinkKind.LINKEDIN.key()))
                .emails(list(Several.EMAILS).keySet())
                .phones(list(Several.PHONES).keySet());
    }

    /** The same for the same content, whatever file and row it came in. */
    String fingerprint() {
        var content = new LinkedHashMap<String, Object>();
        content.put("fields", fields);
        content.put("lists", lists);
        content.put("tags", tags);
        content.put("notes", notes);
        content.put("connectedOn", String.valueOf(connectedOn));
        return Fingerprints.of(Json.canonical(content));
    }

    /** The id under which the file knows it; where it knows none, its content stands for it. */
    String source() {
        return uid == null ? "content:" + fingerprint() : uid;
    }

    String uid() {
        return uid;
    }

    Instant revision() {
        return revision;
    }

    Instant connectedOn() {
        return connectedOn;
    }

    Map<Field, String> fields() {
        return fields;
    }

    Map<String, String> list(Several list) {
        return lists.getOrDefault(list, Map.of());
    }

    Map<Several, Map<String, String>> lists() {
        return lists;
    }

    Set<String> tags() {
        return tags;
    }

    Set<String> notes() {
        return notes;
    }

    Set<String> remarks() {
        return remarks;
    }
}
