package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/** What is left of deleted registrations, for lists of changes and for the other services. */
@ApplicationScoped
class RegistrationTombstones {
    private static final String INSERT = """
            insert into registration_tombstone (id, event_id, version, created_at, updated_at)
            values (?, ?, ?, ?, ?)
            """;

    private static final String BY_IDS = """
            select id, event_id, version, created_at, updated_at
            from   registration_tombstone
            where  id = any(?::uuid[])
            """;

    private final Sql sql;
    private final Outbox outbox;
    private final Clock clock;

    RegistrationTombstones(Sql sql, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    void add(Registration gone) {
        long version = gone.version() + 1;
        sql.update(INSERT, gone.id(), gone.eventId(), version, gone.createdAt(), clock.instant());
        outbox.append(RegistrationMessage.fact(
                new RegistrationMessage.RegistrationDeleted(gone.id(), version, gone.eventId())));
    }

    List<RegistrationView> byIds(Collection<UUID> ids) {
        return sql.query(BY_IDS, RegistrationTombstones::view, ids);
    }

    private static RegistrationView view(ResultSet row) throws SQLException {
        return RegistrationView.deleted(
                Sql.id(row, "id"),
                row.getLong("version"),
                Sql.id(row, "event_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
