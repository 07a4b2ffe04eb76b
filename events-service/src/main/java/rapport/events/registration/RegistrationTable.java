package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.events.sql.Sql;

/** The statements that read and write many registrations. Whoever calls them holds the event. */
@ApplicationScoped
class RegistrationTable {
    /** What the event knows already of somebody whom a file names. */
    record Stored(UUID id, UUID personId, String externalId, String email) {}

    /**
     * A row to be written.
     *
     * @param status of a new registration; null for one that is there
     */
    record Write(UUID id, UUID personId, RegistrationRows.Entry entry, RegistrationStatus status) {}

    private record Told(String column, Function<Write, Object> value) {}

    /** What a file may tell, in the order of the columns. */
    private static final List<Told> COLUMNS = List.of(
            new Told("external_id", write -> write.entry().request().externalId()),
            new Told("display_name", write -> write.entry().request().displayName()),
            new Told("given_name", write -> write.entry().request().givenName()),
            new Told("family_name", write -> write.entry().request().familyName()),
            new Told("affiliation", write -> write.entry().request().affiliation()),
            new Told("career_stage", write -> name(write.entry().request().careerStage())),
            new Told("zone", write -> write.entry().request().zone()),
            new Told("locale", write -> write.entry().request().locale()),
            new Told("interests", write -> array(write.entry().request().interests())),
            new Told("goals", write -> array(write.entry().request().goals())),
            new Told("sharing", write -> name(write.entry().request().sharing())));

    private static final String NAMES = COLUMNS.stream().map(Told::column).collect(Collectors.joining(", "));

    private static final String TOLD = "unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]"
            + ", ?::text[]".repeat(COLUMNS.size()) + ") as t (id, person_id, email, status, " + NAMES + ")";

    private static final String INSERT = """
            insert into registration (version, event_id, created_at, updated_at, id, person_id, email, status, waiting_since,
                                      external_id, display_name, given_name, family_name, affiliation, career_stage, zone,
                                      locale, interests, goals, sharing)
            select 1, ?, ?, ?, t.id, t.person_id, t.email, t.status, case when t.status = 'WAITLISTED' then ?::timestamptz end,
                   t.external_id, t.display_name, t.given_name, t.family_name, t.affiliation, t.career_stage, t.zone,
                   t.locale, coalesce(t.interests, '{}')::text[], coalesce(t.goals, '{}')::text[],
                   coalesce(t.sharing, 'ASK_ME')
            from   %s
            """.formatted(TOLD);

    /** As {@link Registration#again}: what is not told stays. */
    private static final String UPDATE = """
            update registration r
            set    (%1$s, version, updated_at) = row (%2$s, r.version + 1, ?)
            from   %3$s
            where  r.id = t.id and (%2$s) is distinct from (%4$s)
            returning r.id
            """.formatted(
                    NAMES,
                    COLUMNS.stream().map(told -> newest(told.column())).collect(Collectors.joining(", ")),
                    TOLD,
                    COLUMNS.stream().map(told -> "r." + told.column()).collect(Collectors.joining(", ")));

    /** Two questions, each with an index of its own; joined by "or" they read all registrations of the event. */
    private static final String NAMED = """
            select id, person_id, external_id, email
            from   registration
            where  event_id = ? and email = any(?::text[])
            union
            select id, person_id, external_id, email
            from   registration
            where  event_id = ? and external_id = any(?::text[])
            """;

    private static final String OF_PEOPLE = """
            select id, person_id, external_id, email
            from   registration
            where  event_id = ? and person_id = any(?::uuid[])
            """;

    private final Sql sql;

    RegistrationTable(Sql sql) {
        this.sql = sql;
    }

    /** The registrations that have one of these addresses or external ids. */
    List<Stored> named(UUID eventId, Collection<String> addresses, Collection<String> externalIds) {
        return sql.query(NAMED, RegistrationTable::stored, eventId, addresses, eventId, externalIds);
    }

    List<Stored> ofPeople(UUID eventId, Collection<UUID> people) {
        return sql.query(OF_PEOPLE, RegistrationTable::stored, eventId, people);
    }

    void insert(UUID eventId, List<Write> rows, Instant now) {
        if (!rows.isEmpty()) {
            sql.update(INSERT, parameters(Stream.of(eventId, now, now, now), rows));
        }
    }

    /** @return the ids of those about which something new was told */
    List<UUID> update(List<Write> rows, Instant now) {
        return rows.isEmpty()
                ? List.of()
                : sql.query(UPDATE, row -> Sql.id(row, "id"), parameters(Stream.of(now), rows));
    }

    private static Stored stored(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Stored(
                Sql.id(row, "id"), Sql.id(row, "person_id"), row.getString("external_id"), row.getString("email"));
    }

    private static Object[] parameters(Stream<Object> first, List<Write> rows) {
        Stream<Object> keys = Stream.of(
                column(rows, Write::id),
                column(rows, Write::personId),
                column(rows, write -> write.entry().address()),
                column(rows, write -> name(write.status())));
        Stream<Object> told = COLUMNS.stream().map(column -> column(rows, column.value()));
        return Stream.of(first, keys, told).flatMap(Function.identity()).toArray();
    }

    private static List<Object> column(List<Write> rows, Function<Write, Object> value) {
        var values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return values;
    }

    private static String newest(String column) {
        boolean many = column.equals("interests") || column.equals("goals");
        return "coalesce(t.%1$s%2$s, r.%1$s)".formatted(column, many ? "::text[]" : "");
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** A list as the text of a Postgres array: arrays of arrays would have to be of one length. */
    private static String array(List<String> values) {
        if (values == null) {
            return null;
        }
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
