package rapport.events.webinar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import rapport.events.attendance.Attendances;
import rapport.events.attendance.Presence;
import rapport.events.attendance.PresenceSource;
import rapport.events.attendance.Visit;
import rapport.events.sql.Sql;

/** Derives presence from what the current reports of a session say about those who were found. */
@ApplicationScoped
class WebinarPresence {
    private static final String BEFORE = """
            select distinct session_id, registration_id
            from   presence
            where  session_id = any(?::uuid[]) and source = 'WEBINAR'
            """;

    private static final String NOW = """
            select p.session_id, p.registration_id, s.joined_at, s.left_at, s.seconds, p.import_id
            from   webinar_import i
            join   webinar_participant p on p.import_id = i.id
            join   webinar_stay s on s.participant_id = p.id
            where  i.session_id = any(?::uuid[]) and i.status = 'CURRENT' and p.registration_id is not null
            """;

    private final Sql sql;
    private final Attendances attendances;

    WebinarPresence(Sql sql, Attendances attendances) {
        this.sql = sql;
        this.attendances = attendances;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void derive(Collection<UUID> sessionIds) {
        if (!sessionIds.isEmpty()) {
            attendances.replace(
                    PresenceSource.WEBINAR,
                    sql.query(BEFORE, WebinarPresence::visit, sessionIds),
                    sql.query(NOW, WebinarPresence::presence, sessionIds));
        }
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(Sql.id(row, "session_id"), Sql.id(row, "registration_id"));
    }

    private static Presence presence(ResultSet row) throws SQLException {
        return new Presence(
                visit(row),
                time(row, "joined_at"),
                time(row, "left_at"),
                row.getObject("seconds", Integer.class),
                Sql.id(row, "import_id"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
