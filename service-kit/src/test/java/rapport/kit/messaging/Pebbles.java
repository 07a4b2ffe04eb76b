package rapport.kit.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.inbound.Unreadable;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;
import rapport.kit.outbox.TopicSpec;

/** A service in miniature: says something about pebbles, and hears it. */
@ApplicationScoped
class Pebbles implements MessageHandler {
    static final String TOPIC = "kit.pebble.v1";
    static final String TABLE =
            "create table if not exists pebble (id uuid not null, version bigint not null, colour text not null,"
                    + " constraint pk_pebble primary key (id))";

    record Pebble(UUID pebbleId, String colour) {}

    private final Outbox outbox;
    final AtomicBoolean acceptsGrey = new AtomicBoolean();

    Pebbles(Outbox outbox) {
        this.outbox = outbox;
    }

    @Produces
    @Singleton
    static TopicSpec topicOfPebbles() {
        return TopicSpec.state(TOPIC);
    }

    @Transactional
    void paint(UUID id, long version, String colour) {
        outbox.append(fact(id, version, colour));
    }

    @Transactional
    void paintAndRegret(UUID id) {
        outbox.append(fact(id, 1, "red"));
        throw new IllegalStateException("regretted");
    }

    void paintWithoutTransaction(UUID id) {
        outbox.append(fact(id, 1, "red"));
    }

    private static Fact fact(UUID id, long version, String colour) {
        return new Fact(TOPIC, id, version, "pebble.changed.v1", Map.of("pebbleId", id, "colour", colour));
    }

    void acceptGrey(boolean accept) {
        acceptsGrey.set(accept);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> types() {
        return Set.of("pebble.changed.v1");
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        try (var upsert = connection.prepareStatement(
                "insert into pebble (id, version, colour) values (?, ?, ?) on conflict (id) do update set version ="
                        + " excluded.version, colour = excluded.colour where excluded.version > pebble.version")) {
            for (Inbound message : batch) {
                Pebble pebble = message.read(Pebble.class);
                message.requireKey(pebble.pebbleId());
                if (pebble.colour().equals("grey") && !acceptsGrey.get()) {
                    throw new Unreadable("colour is grey");
                }
                upsert.setObject(1, pebble.pebbleId());
                upsert.setLong(2, message.version());
                upsert.setString(3, pebble.colour());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
