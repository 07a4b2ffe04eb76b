package rapport.events.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.inbound.Unreadable;

/** Notes requests for erasure; the worker fulfils them, so that a large one does not hold up the consumer. */
@ApplicationScoped
class ErasureFeed implements MessageHandler {
    private static final String NOTE = """
            insert into erasure (id, person_id, subject, status, requested_at)
            values (?, ?, ?, 'REQUESTED', ?)
            on conflict (id) do nothing
            """;

    private final ErasureWorker worker;

    ErasureFeed(ErasureWorker worker) {
        this.worker = worker;
    }

    record Requested(UUID erasureId, UUID personId, String subject, Instant requestedAt) {
        static Requested of(Inbound message) {
            Requested requested = message.read(Requested.class);
            message.requireKey(requested.erasureId);
            if (requested.personId == null || requested.requestedAt == null) {
                throw new Unreadable("personId and requestedAt are required");
            }
            return requested;
        }
    }

    @Override
    public String topic() {
        return ErasureMessage.TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of(ErasureMessage.REQUESTED);
    }

    /** The database may be a restored one that does not know what it was asked before. */
    @Override
    public boolean readAnewAtEveryStart() {
        return true;
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(NOTE)) {
            for (Inbound message : batch) {
                Requested requested = Requested.of(message);
                statement.setObject(1, requested.erasureId());
                statement.setObject(2, requested.personId());
                statement.setString(3, requested.subject());
                statement.setObject(4, OffsetDateTime.ofInstant(requested.requestedAt(), ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void committed() {
        worker.wake();
    }
}
