package rapport.events.webinar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import rapport.events.imports.EventTransaction;
import rapport.events.sql.Sql;
import rapport.kit.problem.NotFound;

/** Takes reports over and takes them back. */
@ApplicationScoped
class WebinarService {
    private static final String SESSION = """
            select event_id, id, start_instant, end_instant
            from   session
            where  event_id = ? and id = ? and status = 'ACTIVE'
            """;

    private final WebinarImporter importer;
    private final WebinarImportTable imports;
    private final WebinarPresence presence;
    private final EventTransaction transaction;
    private final Sql sql;
    private final Clock clock;

    WebinarService(
            WebinarImporter importer,
            WebinarImportTable imports,
            WebinarPresence presence,
            EventTransaction transaction,
            Sql sql,
            Clock clock) {
        this.importer = importer;
        this.imports = imports;
        this.presence = presence;
        this.transaction = transaction;
        this.sql = sql;
        this.clock = clock;
    }

    WebinarReportView take(UUID eventId, UUID sessionId, Upload upload, boolean dryRun) {
        return transaction.run(
                eventId, dryRun, event -> importer.take(requireSession(eventId, sessionId), upload, dryRun));
    }

    /** Takes a report back: the one before it counts again. Doing it twice changes nothing. */
    WebinarImport rollBack(UUID eventId, UUID sessionId, UUID importId) {
        return transaction.run(eventId, false, event -> {
            WebinarImport report = imports.require(eventId, sessionId, importId);
            Instant now = clock.instant();
            if (report.status() != WebinarImport.Status.ROLLED_BACK) {
                imports.become(importId, WebinarImport.Status.ROLLED_BACK, now);
            }
            if (report.status() == WebinarImport.Status.CURRENT) {
                imports.before(importId).ifPresent(before -> imports.become(before, WebinarImport.Status.CURRENT, now));
                presence.derive(List.of(sessionId));
            }
            return imports.require(eventId, sessionId, importId);
        });
    }

    SessionTime requireSession(UUID eventId, UUID sessionId) {
        return sql.query(SESSION, WebinarService::session, eventId, sessionId).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("session"));
    }

    private static SessionTime session(ResultSet row) throws SQLException {
        return new SessionTime(
                Sql.id(row, "event_id"),
                Sql.id(row, "id"),
                row.getObject("start_instant", OffsetDateTime.class).toInstant(),
                row.getObject("end_instant", OffsetDateTime.class).toInstant());
    }
}
