package rapport.followup.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.inbound.Unreadable;
import rapport.kit.sql.Sql;

/** Notes requests for erasure; a chore fulfils them. The topic is read anew at every start: this may be a restored database. */
@ApplicationScoped
class ErasureFeed implements MessageHandler {
    private static final String NOTE = """
            insert into erasure (id, person_id, subject, status, requested_at)
            values (?, ?, ?, 'REQUESTED', ?)
            on conflict (id) do nothing
            """;

    /** What is read of a request. */
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

    @Override
    public boolean readAnewAtEveryStart() {
        return true;
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        for (Inbound message : batch) {
            Requested requested = Requested.of(message);
            Sql.update(
                    connection,
                    NOTE,
                    requested.erasureId(),
                    requested.personId(),
                    requested.subject(),
                    requested.requestedAt());
        }
    }
}
