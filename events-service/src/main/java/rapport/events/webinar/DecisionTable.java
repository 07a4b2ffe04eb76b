package rapport.events.webinar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.problem.NotFound;

/** Participants about whom somebody decides, and the decisions. */
@ApplicationScoped
class DecisionTable {
    private static final String COLUMNS = """
            select p.id, p.version, p.import_id, p.session_id, p.key, p.name, p.other_name, p.email, p.external_id, p.orcid,
                   (select count(*) from webinar_stay s where s.participant_id = p.id) as stays, p.registration_id, p.match,
                   p.updated_at
            from   webinar_participant p
            join   webinar_import i on i.id = p.import_id
            """;

    private static final String PAGE = COLUMNS + """
            where  p.event_id = ? and p.match = ? and p.id > ? and (?::uuid is null or p.session_id = ?::uuid)
                   and i.status = 'CURRENT'
            order  by p.id
            limit  ?
            """;

    private static final String ONE = COLUMNS + " where p.event_id = ? and p.id = ?";

    private static final String LOCKED =
            "select key from webinar_participant where event_id = ? and id = ? for no key update";

    private static final String REMEMBER = """
            insert into webinar_decision (event_id, key, registration_id, subject, decided_at)
            values (?, ?, ?::uuid, ?, ?)
            on conflict (event_id, key) do update
            set    registration_id = excluded.registration_id, subject = excluded.subject, decided_at = excluded.decided_at
            """;

    /** In every report of the event: a participant is the same one everywhere. */
    private static final String APPLY = """
            update webinar_participant
            set    match = ?, registration_id = ?::uuid, version = version + 1, updated_at = ?
            where  event_id = ? and key = ? and match in ('NAME', 'MANUAL', 'IGNORED', 'UNMATCHED')
            returning session_id
            """;

    private static final String REGISTERED = "select count(*) from registration where event_id = ? and id = ?";

    private final Sql sql;

    DecisionTable(Sql sql) {
        this.sql = sql;
    }

    /** @param sessionId null for all sessions */
    List<UnmatchedParticipant> page(UUID eventId, Match match, UUID sessionId, UUID after, int limit) {
        return sql.query(PAGE, DecisionTable::view, eventId, match, after, sessionId, sessionId, limit);
    }

    UnmatchedParticipant require(UUID eventId, UUID id) {
        return sql.query(ONE, DecisionTable::view, eventId, id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("participant"));
    }

    /** The participant's key; the row is locked until the transaction ends. */
    String lock(UUID eventId, UUID id) {
        return sql.query(LOCKED, row -> row.getString("key"), eventId, id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("participant"));
    }

    boolean isRegistered(UUID eventId, UUID registrationId) {
        return sql.query(REGISTERED, row -> row.getInt(1), eventId, registrationId)
                        .getFirst()
                > 0;
    }

    /** @return the sessions in which the participant was */
    List<UUID> decide(UUID eventId, String key, Decision decision, String subject, Instant now) {
        sql.update(REMEMBER, eventId, key, decision.registrationId(), subject, now);
        return sql
                .query(
                        APPLY,
                        row -> Sql.id(row, "session_id"),
                        decision.match(),
                        decision.registrationId(),
                        now,
                        eventId,
                        key)
                .stream()
                .distinct()
                .toList();
    }

    private static UnmatchedParticipant view(ResultSet row) throws SQLException {
        return new UnmatchedParticipant(
                Sql.id(row, "id"),
                row.getLong("version"),
                Sql.id(row, "import_id"),
                Sql.id(row, "session_id"),
                row.getString("name"),
                row.getString("other_name"),
                row.getString("email"),
                row.getString("external_id"),
                row.getString("orcid"),
                row.getInt("stays"),
                Sql.id(row, "registration_id"),
                Match.valueOf(row.getString("match")),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
