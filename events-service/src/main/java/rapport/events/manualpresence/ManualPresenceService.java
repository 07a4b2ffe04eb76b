package rapport.events.manualpresence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import rapport.events.attendance.Attendances;
import rapport.events.attendance.PresenceSource;
import rapport.events.attendance.Visit;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;

/** Adds to what staff knows about who was there, and measures the visit anew in the same transaction. */
@ApplicationScoped
class ManualPresenceService {
    private static final String SESSION = """
            select start_instant, end_instant
            from   session
            where  id = ? and event_id = ? and status = 'ACTIVE'
            """;

    /** Those who write about one registration take turns. */
    private static final String LOCK_CONFIRMED = """
            select id
            from   registration
            where  id = ? and event_id = ? and status = 'CONFIRMED'
            for no key update
            """;

    private static final String LOCK = "select id from registration where id = ? for no key update";

    private record SessionTime(Instant start, Instant end) {
        boolean isTouchedBy(Instant from, Instant until) {
            return from.isBefore(end) && (until == null || until.isAfter(start));
        }
    }

    private final ManualPresenceTable entries;
    private final Attendances attendances;
    private final Sql sql;
    private final Clock clock;

    ManualPresenceService(ManualPresenceTable entries, Attendances attendances, Sql sql, Clock clock) {
        this.entries = entries;
        this.attendances = attendances;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    ManualPresenceView add(UUID eventId, String actor, NewManualPresence told) {
        Instant now = clock.instant();
        requirePast(told, now);
        SessionTime session = sql
                .query(
                        SESSION,
                        row -> new SessionTime(
                                row.getObject("start_instant", OffsetDateTime.class)
                                        .toInstant(),
                                row.getObject("end_instant", OffsetDateTime.class)
                                        .toInstant()),
                        told.sessionId(),
                        eventId)
                .stream()
                .findFirst()
                .orElseThrow(ManualPresenceRefused::unknownSession);
        if (!session.isTouchedBy(told.joinedAt(), told.leftAt())) {
            throw ManualPresenceRefused.outsideTheSession();
        }
        if (sql.query(LOCK_CONFIRMED, row -> true, told.registrationId(), eventId)
                .isEmpty()) {
            throw ManualPresenceRefused.unknownRegistration();
        }
        UUID id = Ids.next();
        entries.add(id, eventId, actor, told, now);
        tell(new Visit(told.sessionId(), told.registrationId()));
        return entries.find(eventId, id).orElseThrow();
    }

    /** Takes an entry out of what is measured; it stays readable. */
    @Transactional
    ManualPresenceView withdraw(UUID eventId, UUID id, String actor, String reason) {
        ManualPresenceView entry = entries.find(eventId, id).orElseThrow(() -> new NotFound("entry"));
        sql.query(LOCK, row -> true, entry.registrationId());
        if (!entries.withdraw(id, actor, reason, clock.instant())) {
            throw ManualPresenceRefused.withdrawnAlready();
        }
        tell(new Visit(entry.sessionId(), entry.registrationId()));
        return entries.find(eventId, id).orElseThrow();
    }

    private static void requirePast(NewManualPresence told, Instant now) {
        if (told.joinedAt().isAfter(now)) {
            throw ManualPresenceRefused.inTheFuture("/joinedAt");
        }
        if (told.leftAt() != null && told.leftAt().isAfter(now)) {
            throw ManualPresenceRefused.inTheFuture("/leftAt");
        }
        if (told.leftAt() != null && !told.leftAt().isAfter(told.joinedAt())) {
            throw ManualPresenceRefused.endsBeforeStart();
        }
    }

    private void tell(Visit visit) {
        attendances.replace(PresenceSource.MANUAL, List.of(visit), entries.thatCount(visit));
    }
}
