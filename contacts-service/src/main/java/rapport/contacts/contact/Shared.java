package rapport.contacts.contact;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which fields a person shares with an owner; no values. The names are those of the database function {@code shared_with}.
 *
 * @param fields empty when nothing is shared; a card always shows the name
 */
public record Shared(SortedSet<String> fields) {
    public static final Shared NOTHING = new Shared(List.of());

    /** What a badge shows of somebody who made no card: no address. */
    public static final Shared PUBLIC = new Shared(List.of(
            "NAME",
            "AFFILIATION",
            "CAREER_STAGE",
            "ORCID",
            "LINKEDIN",
            "RESEARCHGATE",
            "X",
            "MASTODON",
            "BLUESKY",
            "PUBMED",
            "SCHOLAR",
            "WEBSITE"));

    private Shared(Collection<String> fields) {
        this(new TreeSet<>(fields));
    }

    public Shared {
        fields = Collections.unmodifiableSortedSet(fields);
    }

    /** @param names with commas between them; null is nothing */
    public static Shared of(String names) {
        return names == null || names.isEmpty() ? NOTHING : new Shared(Arrays.asList(names.split(",")));
    }

    /** As it is stored: a contact that shares and names no field shares what is public. */
    public static Shared stored(boolean shares, String names) {
        if (!shares) {
            return NOTHING;
        }
        return names == null ? PUBLIC : of(names);
    }

    /** What {@link #stored} reads: null for nothing and for what is public. */
    String names() {
        return anything() && !equals(PUBLIC) ? String.join(",", fields) : null;
    }

    boolean anything() {
        return !fields.isEmpty();
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    boolean email() {
        return has("EMAIL");
    }

    Shared and(Shared other) {
        if (fields.containsAll(other.fields)) {
            return this;
        }
        var both = new TreeSet<>(fields);
        both.addAll(other.fields);
        return new Shared(both);
    }

    /** The names in messages, sorted. The address is not among them: it has a property of its own. */
    List<String> published() {
        return fields.stream()
                .filter(field -> !field.equals("EMAIL"))
                .map(Shared::published)
                .distinct()
                .sorted()
                .toList();
    }

    private static String published(String field) {
        return switch (field) {
            case "NAME" -> "displayName";
            case "AFFILIATION" -> "affiliation";
            case "CAREER_STAGE" -> "careerStage";
            case "ORCID" -> "orcid";
            case "INTERESTS" -> "interests";
            case "LANGUAGES" -> "languages";
            default -> "links";
        };
    }
}
