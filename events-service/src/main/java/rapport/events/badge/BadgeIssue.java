package rapport.events.badge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.event.EventRepository;
import rapport.events.registration.RegistrationPublisher;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;

/**
 * Gives every confirmed registration its first badge. A badge that was revoked is not replaced here: that is a decision, and
 * rotation is how it is made.
 */
@ApplicationScoped
class BadgeIssue {
    private static final String MISSING = """
            select r.id, r.person_id
            from   registration r
            where  r.event_id = ? and r.status = 'CONFIRMED'
                   and not exists (select 1 from badge b where b.registration_id = r.id)
            order  by r.id
            for update
            """;

    private static final String ACTIVE = """
            select count(*) as present
            from   badge b
            join   registration r on r.id = b.registration_id
            where  b.event_id = ? and b.status = 'ACTIVE' and r.status = 'CONFIRMED'
            """;

    private static final String INSERT = """
            insert into badge (id, event_id, registration_id, person_id, seed, token_hash, status, created_at)
            values (?, ?, ?, ?, ?, ?, 'ACTIVE', ?)
            """;

    @Schema(examples = "{\"issued\": 1500, \"alreadyIssued\": 0}")
    record Issued(int issued, int alreadyIssued) {}

    private record Wearer(UUID registrationId, UUID personId) {}

    private final EventRepository events;
    private final BadgeTokens tokens;
    private final RegistrationPublisher publisher;
    private final Sql sql;
    private final Clock clock;

    BadgeIssue(EventRepository events, BadgeTokens tokens, RegistrationPublisher publisher, Sql sql, Clock clock) {
        this.events = events;
        this.tokens = tokens;
        this.publisher = publisher;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    Issued issueMissing(UUID eventId) {
        events.lock(eventId).requireOpen();
        Instant now = clock.instant();
        int present = sql.query(ACTIVE, row -> row.getInt("present"), eventId).getFirst();
        List<Wearer> missing =
                sql.query(MISSING, row -> new Wearer(Sql.id(row, "id"), Sql.id(row, "person_id")), eventId);
        sql.batch(
                INSERT,
                missing.stream().map(wearer -> row(eventId, wearer, now)).toList());
        publisher.badgesChanged(missing.stream().map(Wearer::registrationId).toList(), now);
        return new Issued(missing.size(), present);
    }

    private Object[] row(UUID eventId, Wearer wearer, Instant now) {
        BadgeTokens.Fresh token = tokens.fresh();
        return new Object[] {
            Ids.next(), eventId, wearer.registrationId(), wearer.personId(), token.seed(), token.hash(), now
        };
    }
}
