package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.inbound.Unreadable;

/**
 * Takes the answers of the other services, and the requests that this database does not know: after a restore it has
 * to learn from the topic what it had been asked before.
 */
@ApplicationScoped
class ErasureFeed implements MessageHandler {
    private final ErasureTable erasures;
    private final Confirmations confirmations;

    ErasureFeed(ErasureTable erasures, Confirmations confirmations) {
        this.erasures = erasures;
        this.confirmations = confirmations;
    }

    /** What is read of a request. */
    record Requested(UUID erasureId, UUID personId, String subject, Instant requestedAt) {
        Erasure erasure() {
            if (personId == null || requestedAt == null) {
                throw new Unreadable("personId and requestedAt are required");
            }
            return Erasure.requested(erasureId, personId, subject, requestedAt);
        }
    }

    /** What is read of an answer. */
    record Completed(UUID erasureId, ErasingService service, Instant completedAt) {
        static Completed of(Inbound message) {
            Completed completed = message.read(Completed.class);
            if (completed.erasureId == null || completed.service == null || completed.completedAt == null) {
                throw new Unreadable("erasureId, service and completedAt are required");
            }
            return completed;
        }
    }

    @Override
    public String topic() {
        return ErasureMessage.TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of(ErasureMessage.REQUESTED, ErasureMessage.COMPLETED);
    }

    @Override
    public boolean readAnewAtEveryStart() {
        return true;
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        var confirmed = new LinkedHashSet<UUID>();
        for (Inbound message : batch) {
            if (message.type().equals(ErasureMessage.REQUESTED)) {
                Requested requested = message.read(Requested.class);
                message.requireKey(requested.erasureId());
                erasures.insert(connection, requested.erasure(), null, List.of());
            } else {
                Completed completed = Completed.of(message);
                // Whether this service holds anything, its own database knows best: it may be an older one.
                if (completed.service() != ErasingService.CONTACTS) {
                    erasures.confirm(connection, completed.erasureId(), completed.service(), completed.completedAt());
                    confirmed.add(completed.erasureId());
                }
            }
        }
        confirmations.close(connection, confirmed);
    }
}
