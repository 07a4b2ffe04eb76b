package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/**
 * Publishes the state of registrations as the running transaction leaves it: one or thousands by the same two statements.
 * Badges are part of that state, so whoever changes a badge republishes its registration.
 */
@ApplicationScoped
public class RegistrationPublisher {
    private static final String STATE = """
            select id, version, event_id, person_id, status, sharing, interests, goals
            from   registration
            where  id = any(?)
            order  by id
            """;

    private static final String BADGES = """
            select registration_id, id, encode(token_hash, 'hex') as hash, status
            from   badge
            where  registration_id = any(?)
            order  by registration_id, created_at, id
            """;

    private static final String BUMP =
            "update registration set version = version + 1, updated_at = ? where id = any(?)";

    private record Issued(UUID registrationId, RegistrationMessage.Badge badge) {}

    private final EntityManager entities;
    private final Sql sql;
    private final Outbox outbox;

    RegistrationPublisher(EntityManager entities, Sql sql, Outbox outbox) {
        this.entities = entities;
        this.sql = sql;
        this.outbox = outbox;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        entities.flush();
        Map<UUID, List<Issued>> badges = sql.query(BADGES, RegistrationPublisher::badge, ids).stream()
                .collect(Collectors.groupingBy(Issued::registrationId));
        outbox.append(sql.query(STATE, row -> state(row, badges), ids).stream()
                .map(RegistrationMessage::fact)
                .toList());
    }

    /** After a change of badges: a new version of their registrations. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void badgesChanged(Collection<UUID> registrationIds, Instant now) {
        if (registrationIds.isEmpty()) {
            return;
        }
        entities.flush();
        sql.update(BUMP, now, registrationIds);
        publish(registrationIds);
    }

    private static Issued badge(ResultSet row) throws SQLException {
        return new Issued(
                Sql.id(row, "registration_id"),
                new RegistrationMessage.Badge(Sql.id(row, "id"), row.getString("hash"), row.getString("status")));
    }

    private static RegistrationMessage state(ResultSet row, Map<UUID, List<Issued>> badges) throws SQLException {
        UUID id = Sql.id(row, "id");
        return new RegistrationMessage.RegistrationChanged(
                id,
                row.getLong("version"),
                Sql.id(row, "event_id"),
                Sql.id(row, "person_id"),
                row.getString("status"),
                row.getString("sharing"),
                Sql.texts(row, "interests"),
                Sql.texts(row, "goals"),
                badges.getOrDefault(id, List.of()).stream().map(Issued::badge).toList());
    }
}
