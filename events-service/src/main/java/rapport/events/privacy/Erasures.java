package rapport.events.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/** Fulfils requests for erasure, oldest first, one per transaction: the answer is told when and only when it is true. */
@ApplicationScoped
class Erasures {
    private static final String NEXT = """
            select id, person_id, subject
            from   erasure
            where  status = 'REQUESTED'
            order  by requested_at, id
            limit  1
            for update skip locked
            """;

    private static final String COMPLETE =
            "update erasure set status = 'COMPLETED', completed_at = ?, subject = null where id = ?";

    /** @param subject the account, null when nobody signs in as the person */
    private record Open(UUID id, UUID personId, String subject) {}

    private final Erasure erasure;
    private final Sql sql;
    private final Outbox outbox;
    private final Clock clock;

    Erasures(Erasure erasure, Sql sql, Outbox outbox, Clock clock) {
        this.erasure = erasure;
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return false when nothing is open that no other process works on */
    @Transactional
    boolean runOnce() {
        List<Open> next =
                sql.query(NEXT, row -> new Open(Sql.id(row, "id"), Sql.id(row, "person_id"), row.getString("subject")));
        if (next.isEmpty()) {
            return false;
        }
        Open open = next.getFirst();
        Instant now = clock.instant();
        erasure.erase(open.personId());
        if (open.subject() != null) {
            erasure.eraseAccount(open.subject());
        }
        sql.update(COMPLETE, now, open.id());
        outbox.append(ErasureMessage.fact(
                new ErasureMessage.ErasureCompleted(open.id(), open.personId(), ErasureMessage.SERVICE, now)));
        return true;
    }
}
