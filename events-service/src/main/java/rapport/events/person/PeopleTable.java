package rapport.events.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.events.sql.Sql;

/** The statements that write many people. */
@ApplicationScoped
class PeopleTable {
    /** A column of the table and what a file tells about it. */
    private record Told(String column, Function<PersonDetails, Object> value) {
        /** What the column is called where people speak for themselves: the links are one word. */
        OwnWord word() {
            return Arrays.stream(OwnWord.values())
                    .filter(word -> word.name().equalsIgnoreCase(column))
                    .findFirst()
                    .orElse(OwnWord.LINKS);
        }
    }

    private static final List<Told> COLUMNS = List.of(
            new Told("display_name", PersonDetails::displayName),
            new Told("given_name", PersonDetails::givenName),
            new Told("family_name", PersonDetails::familyName),
            new Told("affiliation", PersonDetails::affiliation),
            new Told("career_stage", PersonDetails::careerStage),
            new Told("orcid", PersonDetails::orcid),
            new Told("zone", PersonDetails::zone),
            new Told("locale", PersonDetails::locale),
            new Told("linkedin", details -> details.links().linkedin()),
            new Told("researchgate", details -> details.links().researchgate()),
            new Told("x", details -> details.links().x()),
            new Told("mastodon", details -> details.links().mastodon()),
            new Told("bluesky", details -> details.links().bluesky()),
            new Told("pubmed", details -> details.links().pubmed()),
            new Told("scholar", details -> details.links().scholar()),
            new Told("website", details -> details.links().website()));

    private static final String NAMES = COLUMNS.stream().map(Told::column).collect(Collectors.joining(", "));

    private static final String TOLD =
            "unnest(?::uuid[]" + ", ?::text[]".repeat(COLUMNS.size()) + ") as t (id, " + NAMES + ")";

    private static final String INSERT = """
            insert into person (version, created_at, updated_at, id, %s)
            select 1, ?, ?, t.*
            from   %s
            """.formatted(NAMES, TOLD);

    /** What people say about themselves stands; else who has signed in comes first, and until then the newest word. */
    private static final String NEWEST = """
            case when '%2$s' = any(p.own_words) then p.%1$s
                 when p.subject is null then coalesce(t.%1$s, p.%1$s)
                 else coalesce(p.%1$s, t.%1$s) end""";

    private static final String LEARN = """
            update person p
            set    (%1$s, version, updated_at) = row (%2$s, p.version + 1, ?)
            from   %3$s
            where  p.id = t.id and (%2$s) is distinct from (%4$s)
            returning p.id
            """.formatted(NAMES, each(NEWEST), TOLD, each("p.%1$s"));

    private final Sql sql;

    PeopleTable(Sql sql) {
        this.sql = sql;
    }

    void insert(Map<UUID, PersonDetails> people, Instant now) {
        if (!people.isEmpty()) {
            sql.update(INSERT, parameters(Stream.of(now, now), people));
        }
    }

    /** @return the ids of those about whom something new was learned */
    List<UUID> learn(Map<UUID, PersonDetails> people, Instant now) {
        return people.isEmpty()
                ? List.of()
                : sql.query(LEARN, row -> Sql.id(row, "id"), parameters(Stream.of(now), people));
    }

    private static Object[] parameters(Stream<Object> first, Map<UUID, PersonDetails> people) {
        Stream<Object> columns = COLUMNS.stream().map(column -> {
            var values = new ArrayList<>();
            people.values().forEach(details -> values.add(text(column.value().apply(details))));
            return values;
        });
        return Stream.of(first, Stream.of((Object) List.copyOf(people.keySet())), columns)
                .flatMap(Function.identity())
                .toArray();
    }

    private static Object text(Object value) {
        return value instanceof String said && said.isBlank()
                ? null
                : value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static String each(String expression) {
        return COLUMNS.stream()
                .map(told -> expression.formatted(told.column(), told.word()))
                .collect(Collectors.joining(", "));
    }
}
