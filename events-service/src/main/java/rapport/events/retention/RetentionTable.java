package rapport.events.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;

/** What is known about the retention of events. An event without a row has neither been announced nor changed. */
@ApplicationScoped
class RetentionTable {
    private static final String COLUMNS = """
            select e.id, e.end_instant, e.zone, e.retention_days, coalesce(r.version, 0) as version, r.announced_at,
                   r.chosen_on, coalesce(r.registrations, 0) as registrations, coalesce(r.people, 0) as people,
                   coalesce(r.speaker_emails, 0) as speaker_emails, r.completed_at
            from   event e
            left   join retention r on r.event_id = e.id
            """;

    private static final String OF_EVENT = COLUMNS + "where e.id = ?";

    /** An event that was completed comes back when somebody has registered for it since. */
    private static final String OPEN = COLUMNS + """
            where  e.end_instant < ? and e.id > ?
                   and (r.completed_at is null or exists (select 1 from registration g where g.event_id = e.id))
            order  by e.id
            limit  ?
            """;

    private static final String ANNOUNCE = """
            insert into retention as r (event_id, version, announced_at, updated_at)
            values (?, 1, ?, ?)
            on conflict (event_id) do update
            set    announced_at = coalesce(r.announced_at, excluded.announced_at), updated_at = excluded.updated_at
            """;

    private static final String CHOOSE = """
            insert into retention as r (event_id, version, chosen_on, updated_at)
            values (?, 1, ?, ?)
            on conflict (event_id) do update
            set    version = r.version + 1, chosen_on = excluded.chosen_on, updated_at = excluded.updated_at
            """;

    private static final String COUNT = """
            update retention
            set    registrations = registrations + ?, people = people + ?, speaker_emails = speaker_emails + ?,
                   completed_at = null, updated_at = ?
            where  event_id = ?
            """;

    private static final String COMPLETE =
            "update retention set completed_at = ?, updated_at = ? where event_id = ? and completed_at is null";

    private static final String HELD = """
            select (select count(*) from registration where event_id = ?) as registrations,
                   (select count(*) from badge where event_id = ?) as badges,
                   (select count(*) from attendance where event_id = ? and status = 'ACTIVE') as attendance,
                   (select count(*) from speaker where event_id = ? and email is not null) as speaker_emails
            """;

    /**
     * An event and how far its retention is.
     *
     * @param completedAt null as long as something is left to do
     */
    record State(UUID eventId, long version, Deadline deadline, Numbers deleted, Instant completedAt) {}

    /** What was deleted so far. */
    record Numbers(long registrations, long people, long speakerEmails) {}

    /** What is there now. */
    record Held(long registrations, long badges, long attendance, long speakerEmails) {}

    private final Sql sql;

    RetentionTable(Sql sql) {
        this.sql = sql;
    }

    State of(UUID eventId) {
        return sql.query(OF_EVENT, RetentionTable::state, eventId).getFirst();
    }

    /** Events that have ended, by id after the given one. */
    List<State> ended(Instant now, UUID after, int limit) {
        return sql.query(OPEN, RetentionTable::state, now, after, limit);
    }

    void announce(UUID eventId, Instant now) {
        sql.update(ANNOUNCE, eventId, now, now);
    }

    void choose(UUID eventId, LocalDate day, Instant now) {
        sql.update(CHOOSE, eventId, day, now);
    }

    void count(UUID eventId, Numbers deleted, Instant now) {
        sql.update(COUNT, deleted.registrations(), deleted.people(), deleted.speakerEmails(), now, eventId);
    }

    void complete(UUID eventId, Instant now) {
        sql.update(COMPLETE, now, now, eventId);
    }

    Held held(UUID eventId) {
        return sql.query(
                        HELD,
                        row -> new Held(
                                row.getLong("registrations"),
                                row.getLong("badges"),
                                row.getLong("attendance"),
                                row.getLong("speaker_emails")),
                        eventId,
                        eventId,
                        eventId,
                        eventId)
                .getFirst();
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                Sql.id(row, "id"),
                row.getLong("version"),
                new Deadline(
                        instant(row, "end_instant"),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("retention_days"),
                        instant(row, "announced_at"),
                        row.getObject("chosen_on", LocalDate.class)),
                new Numbers(row.getLong("registrations"), row.getLong("people"), row.getLong("speaker_emails")),
                instant(row, "completed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
