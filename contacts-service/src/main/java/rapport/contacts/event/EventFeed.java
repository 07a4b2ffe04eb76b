package rapport.contacts.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.sql.Columns;

/** Keeps what contacts need to know of events. */
@ApplicationScoped
class EventFeed implements MessageHandler {
    private static final String CHANGED = "event.changed.v1";
    private static final String DELETED = "event.deleted.v1";

    private static final String UPSERT = """
            insert into event as e (id, version, name, zone, starts_at, ends_at, status)
            select distinct on (id) id, version, name, zone, starts_at::timestamptz, ends_at::timestamptz, status
            from   unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   as m (id, version, name, zone, starts_at, ends_at, status)
            order  by id, version desc
            on conflict (id) do update
            set    version = excluded.version, name = excluded.name, zone = excluded.zone, starts_at = excluded.starts_at,
                   ends_at = excluded.ends_at, status = excluded.status
            where  excluded.version > e.version
            """;

    record Changed(
            UUID eventId,
            long version,
            String name,
            String zone,
            Instant startInstant,
            Instant endInstant,
            String status) {
        static Changed of(Inbound message) {
            if (message.type().equals(DELETED)) {
                return new Changed(message.aggregateId(), message.version(), null, null, null, null, "DELETED");
            }
            Changed changed = message.read(Changed.class);
            message.requireKey(changed.eventId);
            return changed;
        }
    }

    @Override
    public String topic() {
        return "rapport.event.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        List<Changed> events = batch.stream().map(Changed::of).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, statement, events)
                    .with("uuid", Changed::eventId)
                    .with("bigint", Changed::version)
                    .with("text", Changed::name)
                    .with("text", Changed::zone)
                    .with("text", Changed::startInstant)
                    .with("text", Changed::endInstant)
                    .with("text", Changed::status);
            statement.executeUpdate();
        }
    }
}
