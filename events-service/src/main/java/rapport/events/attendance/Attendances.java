package rapport.events.attendance;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;

/**
 * Keeps attendance in step with what the sources say: replaces everything one source says about some visits, measures them
 * anew and appends the messages of what has changed, in the caller's transaction. Saying the same again changes nothing and
 * tells nobody.
 *
 * <p>Callers that work on the same visits take turns. Locks are taken in one order, so they do not deadlock as long as a
 * transaction calls this once and keeps it for its end.
 */
@ApplicationScoped
public class Attendances {
    private final Measuring measuring;
    private final DataSource dataSource;
    private final Outbox outbox;

    Attendances(Measuring measuring, DataSource dataSource, Outbox outbox) {
        this.measuring = measuring;
        this.dataSource = dataSource;
        this.outbox = outbox;
    }

    /**
     * For a connection whose transaction the caller manages. After the commit the caller wakes {@link
     * rapport.kit.outbox.OutboxSignal}.
     *
     * @param touched the visits whose stays are replaced; one without a stay loses what the source had said
     * @param stays all stays of the source in the touched visits; those of a registration at another event are left out
     */
    public void replace(Connection connection, PresenceSource source, Collection<Visit> touched, List<Presence> stays)
            throws SQLException {
        List<Fact> facts = measuring.replace(connection, source, touched, stays);
        if (!facts.isEmpty()) {
            outbox.append(connection, facts);
        }
    }

    /** The same for the running JTA transaction. What the ORM has not flushed yet is not seen. */
    @Transactional(MANDATORY)
    public void replace(PresenceSource source, Collection<Visit> touched, List<Presence> stays) {
        run(connection -> measuring.replace(connection, source, touched, stays));
    }

    /**
     * Measures again what is known about an event, after its rule or the time of its sessions has changed in this transaction.
     *
     * @param sessionIds the sessions that have changed; null for all of the event
     */
    @Transactional(MANDATORY)
    void measureAgain(UUID eventId, Collection<UUID> sessionIds) {
        run(connection -> measuring.again(connection, eventId, sessionIds));
    }

    private interface Work {
        List<Fact> run(Connection connection) throws SQLException;
    }

    private void run(Work work) {
        try (Connection connection = dataSource.getConnection()) {
            outbox.append(work.run(connection));
        } catch (SQLException e) {
            throw new NotMeasured(e);
        }
    }

    /** The database could not do it, so the whole transaction has to fail. */
    static final class NotMeasured extends IllegalStateException {
        NotMeasured(SQLException cause) {
            super("attendance could not be measured", cause);
        }
    }
}
