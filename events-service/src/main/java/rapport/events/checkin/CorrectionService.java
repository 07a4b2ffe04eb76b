package rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;

/** Corrects the log of check-ins by adding to it: who did it and why stays with it. */
@ApplicationScoped
class CorrectionService {
    private static final String LOCK_CONFIRMED = """
            select id
            from   registration
            where  id = ? and event_id = ? and status = 'CONFIRMED'
            for no key update
            """;

    private static final String SESSION = "select id from session where id = ? and event_id = ?";

    private static final String ADD = """
            insert into check_in (event_id, scan_id, id, registration_id, session_id, type, scanned_at, effective_at, received_at,
                                  clock_corrected, actor, reason, fingerprint)
            values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, false, ?, ?, 0)
            """;

    private static final String LOGGED = """
            select c.registration_id, c.session_id
            from   check_in c
            where  c.event_id = ? and c.scan_id = ?
            """;

    private static final String LOCK_LOGGED = LOGGED + "for update";

    private static final String LOCK = "select id from registration where id = ? for no key update";

    private static final String VOID = """
            insert into check_in_void (event_id, scan_id, actor, reason, created_at)
            values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private final SessionPresence presence;
    private final Sql sql;
    private final Clock clock;

    CorrectionService(SessionPresence presence, Sql sql, Clock clock) {
        this.presence = presence;
        this.sql = sql;
        this.clock = clock;
    }

    /** @return the id under which the entry or exit is in the log */
    @Transactional
    UUID add(UUID eventId, String actor, MissedCheckIn missed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (missed.at().isAfter(now)) {
            throw CorrectionRefused.inTheFuture();
        }
        if (missed.sessionId() != null && none(SESSION, missed.sessionId(), eventId)) {
            throw CorrectionRefused.unknownSession();
        }
        if (none(LOCK_CONFIRMED, missed.registrationId(), eventId)) {
            throw CorrectionRefused.unknownRegistration();
        }
        UUID id = Ids.next();
        Instant at = missed.at().truncatedTo(ChronoUnit.MILLIS);
        sql.update(
                ADD,
                eventId,
                id,
                Ids.next(),
                missed.registrationId(),
                missed.sessionId(),
                missed.type(),
                at,
                at,
                now,
                actor,
                missed.reason());
        presence.tell(new Visit(missed.registrationId(), new Door(eventId, missed.sessionId())));
        return id;
    }

    /** Takes a check-in out of everything that is counted. */
    @Transactional
    void invalidate(UUID eventId, UUID scanId, String actor, String reason) {
        Visit visit = logged(LOGGED, eventId, scanId);
        if (visit.registrationId() == null) {
            // Its badge may become known at this moment: whoever settles it waits here, or has told us now whose it is.
            visit = logged(LOCK_LOGGED, eventId, scanId);
        }
        if (visit.registrationId() != null) {
            sql.query(LOCK, row -> true, visit.registrationId());
        }
        if (sql.update(VOID, eventId, scanId, actor, reason, clock.instant()) == 0) {
            throw CorrectionRefused.voidAlready();
        }
        if (visit.registrationId() != null) {
            presence.tell(visit);
        }
    }

    private Visit logged(String query, UUID eventId, UUID scanId) {
        List<Visit> found = sql.query(
                query,
                row -> new Visit(Sql.id(row, "registration_id"), new Door(eventId, Sql.id(row, "session_id"))),
                eventId,
                scanId);
        if (found.isEmpty()) {
            throw new NotFound("check-in");
        }
        return found.getFirst();
    }

    private boolean none(String query, Object... parameters) {
        return sql.query(query, row -> true, parameters).isEmpty();
    }
}
