package rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;

/** The log as staff reads it, in the order in which it was written. */
@ApplicationScoped
class CheckInLog {
    private static final String ENTRIES = """
            select c.scan_id, c.id, c.registration_id, c.session_id, c.type, c.effective_at, c.scanned_at, c.received_at,
                   c.clock_corrected, c.device_id, c.actor, c.reason,
                   v.actor as void_actor, v.reason as void_reason, v.created_at as void_at
            from   check_in c
            left   join check_in_void v on v.event_id = c.event_id and v.scan_id = c.scan_id
            """;

    private static final String PAGE = ENTRIES + """
            where    c.event_id = ? and c.id > ?
                     and (?::uuid is null or c.registration_id = ?) and (?::uuid is null or c.session_id = ?)
            order by c.id
            limit    ?
            """;

    private static final String ONE = ENTRIES + "where c.event_id = ? and c.scan_id = ?";

    /** @param position of the entry in the log */
    record Row(UUID position, LogEntry entry) {}

    private final Sql sql;

    CheckInLog(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param registrationId only what is about it; null for all
     * @param sessionId only what happened at its door; null for all
     */
    List<Row> page(UUID eventId, UUID registrationId, UUID sessionId, UUID after, int limit) {
        return sql.query(
                PAGE, CheckInLog::row, eventId, after, registrationId, registrationId, sessionId, sessionId, limit);
    }

    /** An entry that exists. */
    LogEntry entry(UUID eventId, UUID scanId) {
        return sql.query(ONE, CheckInLog::row, eventId, scanId).getFirst().entry();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID session = Sql.id(row, "session_id");
        return new Row(
                Sql.id(row, "id"),
                new LogEntry(
                        Sql.id(row, "scan_id"),
                        Sql.id(row, "registration_id"),
                        CheckInType.valueOf(row.getString("type")),
                        session == null ? Scope.EVENT : Scope.SESSION,
                        session,
                        CheckInTable.instant(row, "effective_at"),
                        CheckInTable.instant(row, "scanned_at"),
                        CheckInTable.instant(row, "received_at"),
                        row.getBoolean("clock_corrected"),
                        row.getString("device_id"),
                        row.getString("actor"),
                        row.getString("reason"),
                        voided(row)));
    }

    private static LogEntry.Voided voided(ResultSet row) throws SQLException {
        String actor = row.getString("void_actor");
        return actor == null
                ? null
                : new LogEntry.Voided(actor, row.getString("void_reason"), CheckInTable.instant(row, "void_at"));
    }
}
