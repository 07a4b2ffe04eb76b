package rapport.events.webinar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.problem.NotFound;

/** The reports of an event's sessions. */
@ApplicationScoped
class WebinarImportTable {
    private static final String COLUMNS = """
            select i.id, i.event_id, i.session_id, i.format, i.part, i.status, i.subject, i.created_at, i.updated_at,
                   count(*) filter (where p.registration_id is not null) as matched,
                   count(*) filter (where p.match = 'UNMATCHED') as unmatched,
                   count(*) filter (where p.match = 'IGNORED') as ignored
            from   webinar_import i
            left   join webinar_participant p on p.import_id = i.id
            """;

    private static final String OF_SESSION = COLUMNS + """
            where  i.event_id = ? and i.session_id = ? and i.id > ?
            group  by i.id
            order  by i.id
            limit  ?
            """;

    private static final String ONE = COLUMNS + """
            where  i.event_id = ? and i.session_id = ? and i.id = ?
            group  by i.id
            """;

    private static final String CURRENT = """
            select id, fingerprint from webinar_import
            where  session_id = ? and format = ? and part = ? and status = 'CURRENT'
            """;

    private static final String BEFORE = """
            select b.id
            from   webinar_import i
            join   webinar_import b on b.session_id = i.session_id and b.format = i.format and b.part = i.part
            where  i.id = ? and b.status = 'REPLACED'
            order  by b.id desc
            limit  1
            """;

    private static final String ADD = """
            insert into webinar_import (id, event_id, session_id, format, part, fingerprint, status, subject, created_at,
                                        updated_at)
            values (?, ?, ?, ?, ?, ?, 'CURRENT', ?, ?, ?)
            """;

    private static final String SET_STATUS = "update webinar_import set status = ?, updated_at = ? where id = ?";

    record Stored(UUID id, String fingerprint) {}

    private final Sql sql;

    WebinarImportTable(Sql sql) {
        this.sql = sql;
    }

    List<WebinarImport> ofSession(UUID eventId, UUID sessionId, UUID after, int limit) {
        return sql.query(OF_SESSION, WebinarImportTable::view, eventId, sessionId, after, limit);
    }

    WebinarImport require(UUID eventId, UUID sessionId, UUID id) {
        return sql.query(ONE, WebinarImportTable::view, eventId, sessionId, id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("webinar import"));
    }

    /** What the platform's newest report says about this part of the session. */
    Optional<Stored> current(UUID sessionId, WebinarFormat format, int part) {
        return sql
                .query(
                        CURRENT,
                        row -> new Stored(Sql.id(row, "id"), row.getString("fingerprint")),
                        sessionId,
                        format,
                        part)
                .stream()
                .findFirst();
    }

    /** The report that counted before this one and was not taken back. */
    Optional<UUID> before(UUID id) {
        return sql.query(BEFORE, row -> Sql.id(row, "id"), id).stream().findFirst();
    }

    void add(
            UUID id,
            SessionTime session,
            WebinarFormat format,
            int part,
            String fingerprint,
            String subject,
            Instant now) {
        sql.update(ADD, id, session.eventId(), session.id(), format, part, fingerprint, subject, now, now);
    }

    void become(UUID id, WebinarImport.Status status, Instant now) {
        sql.update(SET_STATUS, status, now, id);
    }

    private static WebinarImport view(ResultSet row) throws SQLException {
        return new WebinarImport(
                Sql.id(row, "id"),
                Sql.id(row, "event_id"),
                Sql.id(row, "session_id"),
                WebinarFormat.valueOf(row.getString("format")),
                row.getInt("part"),
                WebinarImport.Status.valueOf(row.getString("status")),
                row.getInt("matched"),
                row.getInt("unmatched"),
                row.getInt("ignored"),
                row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
