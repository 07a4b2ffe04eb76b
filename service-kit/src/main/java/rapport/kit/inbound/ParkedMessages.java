package rapport.kit.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.NotFound;
import rapport.kit.problem.ProblemKind;
import rapport.kit.sql.SqlBlame;

/** Lists what was parked and applies it again when an operator says so. */
@ApplicationScoped
class ParkedMessages {
    private final DataSource dataSource;
    private final Handlers handlers;
    private final Clock clock;

    ParkedMessages(DataSource dataSource, Handlers handlers, Clock clock) {
        this.dataSource = dataSource;
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Those that wait for an operator, oldest first. */
    List<Parked> open(UUID after, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return ParkedStore.open(connection, after, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("parked messages cannot be read", e);
        }
    }

    /** Applies a parked message once; one that was replayed already is returned as it is. */
    Parked replay(UUID id) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Parked parked = ParkedStore.lock(connection, id).orElseThrow(() -> new NotFound("parked message"));
                String refusal = parked.replayedAt() == null ? apply(connection, parked) : null;
                Parked after = ParkedStore.lock(connection, id).orElseThrow();
                connection.commit();
                if (refusal != null) {
                    throw new StillNotApplicable(refusal);
                }
                return after;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("parked message cannot be replayed", e);
        }
    }

    /** Null when it was applied, else why not. */
    private String apply(Connection connection, Parked parked) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            MessageHandler handler =
                    handlers.of(parked.raw().topic()).orElseThrow(() -> new Unreadable("no handler for the topic"));
            Inbound inbound = Envelope.open(parked.raw());
            if (handler.types().contains(inbound.type())) {
                handler.apply(List.of(inbound), connection);
            }
            ParkedStore.replayed(connection, parked.id(), clock.instant().atOffset(ZoneOffset.UTC));
            return null;
        } catch (SQLException | RuntimeException e) {
            if (SqlBlame.of(e) != SqlBlame.DATA) {
                throw e;
            }
            connection.rollback(before);
            String reason = Reason.of(e);
            ParkedStore.failedAgain(connection, parked.id(), reason);
            return reason;
        }
    }

    /** The message is still at fault; it stays parked. */
    static final class StillNotApplicable extends DomainException {
        StillNotApplicable(String reason) {
            super(ProblemKind.UNPROCESSABLE, "still-not-applicable", "The message cannot be applied: " + reason + ".");
        }
    }
}
