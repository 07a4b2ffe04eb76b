package rapport.contacts.merge;

import static rapport.contacts.merge.Stamped.latest;
import static rapport.contacts.merge.Stamped.valueOf;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import rapport.kit.json.Json;

/**
 * Everything that scans and edits say about a contact, together with when it was said. {@link #join} is commutative,
 * associative and idempotent, so the same operations give the same contact in whatever order, however often and in however
 * many uploads they arrive. What was never said is absent and can therefore not erase anything.
 *
 * <p>It is stored as one document, because it is read and written as a whole and only ever merged as a whole.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContactState(
        Stamped<Intent> intent,
        Stamped<Integer> rating,
        Stamped<DoNotContact> doNotContact,
        SortedMap<String, Stamped<Boolean>> tags,
        SortedMap<UUID, Encounter> encounters,
        Details details,
        ContactState own) {

    public static final ContactState EMPTY = new ContactState(null, null, null, null, null);

    public ContactState {
        tags = tags == null ? new TreeMap<>() : tags;
        encounters = encounters == null ? new TreeMap<>() : encounters;
    }

    private ContactState(
            Stamped<Intent> intent,
            Stamped<Integer> rating,
            Stamped<DoNotContact> doNotContact,
            SortedMap<String, Stamped<Boolean>> tags,
            SortedMap<UUID, Encounter> encounters) {
        this(intent, rating, doNotContact, tags, encounters, null, null);
    }

    /** What one scan says. */
    public static ContactState scanned(
            Stamp stamp, Intent intent, Integer rating, Collection<String> added, Collection<String> removed) {
        return new ContactState(
                intent == null ? null : new Stamped<>(intent, stamp),
                rating == null ? null : new Stamped<>(rating, stamp),
                null,
                tags(stamp, added, removed),
                null);
    }

    /** What they were told about a meeting at an event. */
    public static ContactState met(UUID event, Encounter encounter) {
        return new ContactState(null, null, null, null, new TreeMap<>(Map.of(event, encounter)));
    }

    /** What the owner wrote into their own address book; null is nothing. */
    static ContactState detailed(Details details) {
        return new ContactState(null, null, null, null, null, details, null);
    }

    /** An owner's edit of a scalar; a null value clears. */
    public static ContactState intended(Intent intent, Stamp stamp) {
        return new ContactState(new Stamped<>(intent, stamp), null, null, null, null);
    }

    /** An owner's edit of the rating; null clears. */
    public static ContactState rated(Integer rating, Stamp stamp) {
        return new ContactState(null, new Stamped<>(rating, stamp), null, null, null);
    }

    /** An owner's decision whether this contact may be written to. */
    public static ContactState restricted(DoNotContact decision, Stamp stamp) {
        return new ContactState(null, null, new Stamped<>(decision, stamp), null, null);
    }

    private static SortedMap<String, Stamped<Boolean>> tags(
            Stamp stamp, Collection<String> added, Collection<String> removed) {
        var tags = new TreeMap<String, Stamped<Boolean>>();
        removed.stream()
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .forEach(t -> tags.put(t, new Stamped<>(false, stamp)));
        added.stream()
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .forEach(t -> tags.put(t, new Stamped<>(true, stamp)));
        return tags;
    }

    /** Both together: of each single thing, what was said last. */
    public ContactState join(ContactState other) {
        return new ContactState(
                latest(intent, other.intent),
                latest(rating, other.rating),
                latest(doNotContact, other.doNotContact),
                union(tags, other.tags, Stamped::latest),
                union(encounters, other.encounters, Encounter::join),
                Details.join(details, other.details),
                own == null ? null : own.join(other));
    }

    /** What was said about this contact itself, without what it holds of contacts that were merged into it. */
    public ContactState alone() {
        return own == null ? this : own;
    }

    /**
     * This contact together with others that were merged into it. What it said and will say itself is kept apart, so that the
     * others can be taken out again.
     */
    public ContactState with(List<ContactState> merged) {
        ContactState all = alone();
        for (ContactState other : merged) {
            all = all.join(other);
        }
        return new ContactState(
                all.intent,
                all.rating,
                all.doNotContact,
                all.tags,
                all.encounters,
                all.details,
                merged.isEmpty() ? null : alone());
    }

    /**
     * What this contact brings into another one at the moment of a merge. A do-not-contact comes as if it were decided at that
     * moment, so that it wins over what was decided before and not over what will be; its absence is no decision.
     */
    public ContactState brought(Stamp merge) {
        return new ContactState(
                intent,
                rating,
                restriction().active() ? new Stamped<>(restriction(), merge) : null,
                tags,
                encounters,
                details,
                null);
    }

    /**
     * As {@link #join}, for two contacts that turn out to be one person: a do-not-contact of either survives, whenever it was
     * said.
     */
    public ContactState fold(ContactState other) {
        ContactState joined = join(other);
        if (joined.restriction().active()
                || !(restriction().active() || other.restriction().active())) {
            return joined;
        }
        DoNotContact strictest = restriction().active() ? restriction() : other.restriction();
        return new ContactState(
                joined.intent,
                joined.rating,
                new Stamped<>(strictest, joined.doNotContact.stamp()),
                joined.tags,
                joined.encounters,
                joined.details,
                own == null ? null : own.fold(other));
    }

    static <K, V> SortedMap<K, V> union(SortedMap<K, V> one, SortedMap<K, V> other, BinaryOperator<V> both) {
        if (other.isEmpty()) {
            return one;
        }
        var union = new TreeMap<>(one);
        other.forEach((key, value) -> union.merge(key, value, both));
        return union;
    }

    /** The moment of the latest thing that was said, in milliseconds; an edit by hand has to come after it. */
    @JsonIgnore
    public long lastSaid() {
        long last = 0;
        for (Stamped<?> scalar : new Stamped<?>[] {intent, rating, doNotContact}) {
            last = scalar == null ? last : Math.max(last, scalar.stamp().at());
        }
        for (Stamped<Boolean> tag : tags.values()) {
            last = Math.max(last, tag.stamp().at());
        }
        return Math.max(last, said().lastSaid());
    }

    /** What the owner wrote into their own address book. */
    public Details said() {
        return details == null ? Details.NONE : details;
    }

    @JsonIgnore
    public Intent currentIntent() {
        return valueOf(intent);
    }

    @JsonIgnore
    public Integer currentRating() {
        return valueOf(rating);
    }

    @JsonIgnore
    public DoNotContact restriction() {
        DoNotContact decision = valueOf(doNotContact);
        return decision == null ? new DoNotContact(false, null) : decision;
    }

    @JsonIgnore
    public List<String> currentTags() {
        return tags.entrySet().stream()
                .filter(tag -> tag.getValue().value())
                .map(Map.Entry::getKey)
                .toList();
    }

    public String toJson() {
        try {
            return Json.lenient().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact's state is always writable", e);
        }
    }

    public static ContactState fromJson(String json) {
        try {
            return Json.lenient().readValue(json, ContactState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact's stored state is not readable", e);
        }
    }
}
