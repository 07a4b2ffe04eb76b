package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;

/** Takes the services' answers, and closes an erasure with the last one. */
@ApplicationScoped
class Confirmations {
    private final ErasureTable erasures;
    private final Outbox outbox;

    Confirmations(ErasureTable erasures, Outbox outbox) {
        this.erasures = erasures;
        this.outbox = outbox;
    }

    /**
     * Closes those of the erasures that all services have confirmed: the account is forgotten here and, by the request without it
     * that takes the place of the first one, in the topic.
     */
    void close(Connection connection, Collection<UUID> ids) throws SQLException {
        for (Erasure erasure : erasures.locked(connection, ids)) {
            if (erasure.state() == ErasureState.COMPLETED
                    && erasures.complete(connection, erasure.id(), erasure.completedAt())) {
                outbox.append(connection, List.of(request(erasure, null)));
            }
        }
    }

    static Fact request(Erasure erasure, String subject) {
        return ErasureMessage.fact(
                new ErasureMessage.ErasureRequested(erasure.id(), erasure.personId(), subject, erasure.requestedAt()));
    }
}
