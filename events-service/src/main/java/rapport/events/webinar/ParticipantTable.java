package rapport.events.webinar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.events.sql.Sql;

/** The participants of reports and their stays. */
@ApplicationScoped
class ParticipantTable {
    private static final String ADD = """
            insert into webinar_participant (id, version, import_id, event_id, session_id, key, name, other_name, email,
                                             external_id, orcid, registration_id, match, updated_at)
            values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?)
            """;

    private static final String ADD_STAY = """
            insert into webinar_stay (participant_id, line, joined_at, left_at, seconds)
            values (?, ?, ?::timestamptz, ?::timestamptz, ?::int)
            on conflict (participant_id, line) do nothing
            """;

    private static final String OF_IMPORT = """
            select key, name, other_name, email, external_id, orcid, registration_id, match
            from   webinar_participant
            where  import_id = ?
            """;

    private static final String STAYS = """
            select p.key, s.line, s.joined_at, s.left_at, s.seconds
            from   webinar_participant p
            join   webinar_stay s on s.participant_id = p.id
            where  p.import_id = ?
            """;

    private static final String REMATCH = """
            update webinar_participant
            set    match = ?, registration_id = ?::uuid, name = ?, other_name = ?, email = ?, external_id = ?, orcid = ?,
                   version = version + 1, updated_at = ?
            where  import_id = ? and key = ?
            """;

    /** What is stored of a participant. */
    record Stored(String key, Who who, Match match, UUID registrationId) {}

    private final Sql sql;

    ParticipantTable(Sql sql) {
        this.sql = sql;
    }

    void add(UUID importId, SessionTime session, List<Participant> participants, Instant now) {
        var people = new ArrayList<Object[]>();
        var stays = new ArrayList<Object[]>();
        for (Participant one : participants) {
            Who who = one.kept();
            people.add(new Object[] {
                one.id(),
                importId,
                session.eventId(),
                session.id(),
                one.key(),
                who.name(),
                who.otherName(),
                who.email(),
                who.externalId(),
                who.orcid(),
                one.found().registrationId(),
                one.found().match(),
                now
            });
            one.stays()
                    .forEach(stay -> stays.add(
                            new Object[] {one.id(), stay.line(), stay.joinedAt(), stay.leftAt(), stay.seconds()}));
        }
        sql.batch(ADD, people);
        sql.batch(ADD_STAY, stays);
    }

    Map<String, Stored> ofImport(UUID importId) {
        Map<String, Stored> found = new HashMap<>();
        sql.query(OF_IMPORT, ParticipantTable::stored, importId).forEach(one -> found.put(one.key(), one));
        return found;
    }

    /** By key, what {@link Fingerprint} says of each stay. */
    Map<String, List<String>> stays(UUID importId) {
        Map<String, List<String>> found = new HashMap<>();
        sql.query(
                STAYS,
                row -> found.computeIfAbsent(row.getString("key"), any -> new ArrayList<>())
                        .add(Fingerprint.of(new ReportRow(
                                row.getLong("line"),
                                null,
                                time(row, "joined_at"),
                                time(row, "left_at"),
                                row.getObject("seconds", Integer.class)))),
                importId);
        return found;
    }

    void rematch(UUID importId, List<Participant> found, Instant now) {
        sql.batch(
                REMATCH,
                found.stream()
                        .map(one -> new Object[] {
                            one.found().match(),
                            one.found().registrationId(),
                            one.kept().name(),
                            one.kept().otherName(),
                            one.kept().email(),
                            one.kept().externalId(),
                            one.kept().orcid(),
                            now,
                            importId,
                            one.key()
                        })
                        .toList());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("key"),
                new Who(
                        row.getString("external_id"),
                        row.getString("email"),
                        row.getString("orcid"),
                        row.getString("name"),
                        row.getString("other_name")),
                Match.valueOf(row.getString("match")),
                Sql.id(row, "registration_id"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
