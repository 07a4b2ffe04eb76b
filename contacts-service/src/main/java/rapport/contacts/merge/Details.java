package rapport.contacts.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the owner typed or imported about a contact, each thing with the time at which it was said. It is the owner's own
 * address book: nothing of it was shared by the person, and nothing of it leaves this service in a message.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Details(
        SortedMap<Field, Stamped<String>> fields, SortedMap<Several, SortedMap<String, Stamped<String>>> lists) {
    public static final Details NONE = new Details(null, null);

    public Details {
        fields = fields == null ? Collections.emptySortedMap() : fields;
        lists = lists == null ? Collections.emptySortedMap() : lists;
    }

    /** Of each single thing what was said last; null is nothing said. */
    static Details join(Details one, Details other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Details(
                ContactState.union(one.fields, other.fields, Stamped::latest),
                ContactState.union(one.lists, other.lists, (a, b) -> ContactState.union(a, b, Stamped::latest)));
    }

    /** Null when it was never said, or cleared. */
    public String get(Field field) {
        return Stamped.valueOf(fields.get(field));
    }

    /** What is there now with its labels, in the order of the alphabet; a label may be empty and is never null. */
    public Map<String, String> get(Several list) {
        var current = new LinkedHashMap<String, String>();
        lists.getOrDefault(list, Collections.emptySortedMap()).forEach((entry, label) -> {
            if (label.value() != null) {
                current.put(entry, label.value());
            }
        });
        return current;
    }

    long lastSaid() {
        long last = 0;
        for (Stamped<String> text : fields.values()) {
            last = Math.max(last, text.stamp().at());
        }
        for (SortedMap<String, Stamped<String>> list : lists.values()) {
            for (Stamped<String> entry : list.values()) {
                last = Math.max(last, entry.stamp().at());
            }
        }
        return last;
    }

    /** Gathers what is said at one moment, and only what differs from what is there. */
    public static final class Edit {
        private final Details before;
        private final Map<Field, String> fields = new EnumMap<>(Field.class);
        private final Map<Several, Map<String, String>> lists = new EnumMap<>(Several.class);

        public Edit(Details before) {
            this.before = before;
        }

        /** A null text clears. */
        public Edit set(Field field, String text) {
            if (text == null ? before.get(field) != null : !text.equals(before.get(field))) {
                fields.put(field, text);
            }
            return this;
        }

        /** Makes sure that the entry is there; a null label leaves the label that it has. */
        public Edit add(Several list, String entry, String label) {
            String known = before.get(list).get(entry);
            if (known == null || label != null && !label.equals(known)) {
                lists.computeIfAbsent(list, l -> new HashMap<>()).put(entry, label == null ? "" : label);
            }
            return this;
        }

        public Edit remove(Several list, String entry) {
            if (before.get(list).containsKey(entry)) {
                lists.computeIfAbsent(list, l -> new HashMap<>()).put(entry, null);
            }
            return this;
        }

        /** Makes the list exactly this; labels are not null. */
        public Edit replace(Several list, Map<String, String> wanted) {
            before.get(list).keySet().stream()
                    .filter(entry -> !wanted.containsKey(entry))
                    .forEach(entry -> remove(list, entry));
            wanted.forEach((entry, label) -> add(list, entry, label));
            return this;
        }

        public boolean isEmpty() {
            return fields.isEmpty() && lists.isEmpty();
        }

        /** All of it as said at one moment. */
        public ContactState at(Stamp stamp) {
            var texts = new TreeMap<Field, Stamped<String>>();
            fields.forEach((field, text) -> texts.put(field, new Stamped<>(text, stamp)));
            var several = new TreeMap<Several, SortedMap<String, Stamped<String>>>();
            lists.forEach((list, entries) -> {
                var said = new TreeMap<String, Stamped<String>>();
                entries.forEach((entry, label) -> said.put(entry, new Stamped<>(label, stamp)));
                several.put(list, said);
            });
            return ContactState.detailed(isEmpty() ? null : new Details(texts, several));
        }
    }
}
