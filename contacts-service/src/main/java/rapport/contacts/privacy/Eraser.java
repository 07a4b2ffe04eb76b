package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import rapport.contacts.contact.ContactTransaction;
import rapport.kit.outbox.Outbox;
import rapport.kit.sql.Sql;
import rapport.kit.upkeep.Chore;

/**
 * Fulfils requests for erasure, oldest first, one bounded part per transaction; with the last part the answer is told, when and only
 * when it is true. Any part may be done again.
 */
@ApplicationScoped
class Eraser implements Chore {
    private static final Logger LOG = Logger.getLogger(Eraser.class);

    private static final String NEXT = """
            select id, person_id, subject, array_to_string(keys, chr(31)) as keys, closed_at
            from   erasure
            where  erased_at is null
            order  by requested_at, id
            limit  1
            for update skip locked
            """;

    private static final String ERASED = "update erasure set erased_at = ?, keys = '{}' where id = ?";

    /** Somebody to be erased. */
    record Open(UUID id, UUID personId, String subject, Set<String> keys, Instant closedAt) {
        private static Open read(ResultSet row) throws SQLException {
            String keys = row.getString("keys");
            return new Open(
                    Sql.id(row, "id"),
                    Sql.id(row, "person_id"),
                    row.getString("subject"),
                    keys.isEmpty() ? Set.of() : Set.of(keys.split("\u001f")),
                    Sql.instant(row, "closed_at"));
        }
    }

    private final ContactTransaction transaction;
    private final Farewell farewell;
    private final ErasureTable erasures;
    private final Confirmations confirmations;
    private final Outbox outbox;
    private final Clock clock;

    Eraser(
            ContactTransaction transaction,
            Farewell farewell,
            ErasureTable erasures,
            Confirmations confirmations,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.farewell = farewell;
        this.erasures = erasures;
        this.confirmations = confirmations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public int runOnce() throws SQLException {
        return transaction.commit(this::part);
    }

    private int part(Connection connection) throws SQLException {
        List<Open> next = Sql.query(connection, NEXT, Open::read);
        if (next.isEmpty()) {
            return 0;
        }
        Open open = next.getFirst();
        Instant now = clock.instant();
        return switch (farewell.part(connection, open, now)) {
            case WAITS -> 0;
            case MORE -> 1;
            case NOTHING_LEFT -> {
                answer(connection, open, now);
                yield 1;
            }
        };
    }

    private void answer(Connection connection, Open open, Instant now) throws SQLException {
        Sql.update(connection, ERASED, now, open.id());
        erasures.confirm(connection, open.id(), ErasingService.CONTACTS, now);
        outbox.append(
                connection,
                List.of(ErasureMessage.fact(new ErasureMessage.ErasureCompleted(
                        open.id(), open.personId(), ErasingService.CONTACTS, now))));
        confirmations.close(connection, List.of(open.id()));
        LOG.infof("erased here, the other services answer for themselves: erasure=%s", open.id());
    }
}
