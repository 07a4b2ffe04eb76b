package rapport.followup.privacy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import rapport.kit.outbox.Outbox;
import rapport.kit.outbox.OutboxSignal;
import rapport.kit.sql.Sql;
import rapport.kit.upkeep.Chore;

/**
 * Fulfils requests for erasure, oldest first, one bounded part per transaction, and redacts what was written to contacts that are
 * gone. The answer is told when and only when it is true.
 */
@ApplicationScoped
class Erasures implements Chore {
    private static final Logger LOG = Logger.getLogger(Erasures.class);

    private static final String NEXT = """
            select id, person_id, subject, closed_at
            from   erasure
            where  status = 'REQUESTED'
            order  by requested_at, id
            limit  1
            for update skip locked
            """;

    private static final String COMPLETE =
            "update erasure set status = 'COMPLETED', completed_at = ?, subject = null where id = ?";

    /** Somebody to be erased; the subject is null when nobody signs in as them. */
    record Open(UUID id, UUID personId, String subject, Instant closedAt) {
        private static Open read(ResultSet row) throws SQLException {
            return new Open(
                    Sql.id(row, "id"),
                    Sql.id(row, "person_id"),
                    row.getString("subject"),
                    Sql.instant(row, "closed_at"));
        }
    }

    private final AgroalDataSource hot;
    private final Farewell farewell;
    private final GoneContacts gone;
    private final Outbox outbox;
    private final OutboxSignal signal;
    private final Clock clock;

    Erasures(
            @DataSource("hot") AgroalDataSource hot,
            Farewell farewell,
            GoneContacts gone,
            Outbox outbox,
            OutboxSignal signal,
            Clock clock) {
        this.hot = hot;
        this.farewell = farewell;
        this.gone = gone;
        this.outbox = outbox;
        this.signal = signal;
        this.clock = clock;
    }

    /** @return 0 when nothing is open, or what is open has to wait */
    @Override
    public int runOnce() throws SQLException {
        try (Connection connection = hot.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = part(connection);
                connection.commit();
                signal.wake();
                return more ? 1 : 0;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private boolean part(Connection connection) throws SQLException {
        Instant now = clock.instant();
        if (gone.redact(connection, now) > 0) {
            return true;
        }
        List<Open> next = Sql.query(connection, NEXT, Open::read);
        if (next.isEmpty()) {
            return false;
        }
        Open open = next.getFirst();
        return switch (farewell.part(connection, open, now)) {
            case WAITS -> false;
            case MORE -> true;
            case NOTHING_LEFT -> {
                answer(connection, open, now);
                yield true;
            }
        };
    }

    private void answer(Connection connection, Open open, Instant now) throws SQLException {
        Sql.update(connection, COMPLETE, now, open.id());
        outbox.append(
                connection,
                List.of(ErasureMessage.fact(
                        new ErasureMessage.ErasureCompleted(open.id(), open.personId(), ErasureMessage.SERVICE, now))));
        LOG.infof("erased here, the other services answer for themselves: erasure=%s", open.id());
    }
}
