package rapport.kit.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rapport.kit.testing.KitDatabase;

/** An outbox in a real database and relays on it. */
final class OutboxFixture {
    static final String TOPIC = "kit.thing.v1";

    final KitDatabase database = KitDatabase.fresh("outbox");
    private final Outbox outbox = new Outbox(null, null, null, new Topics(List.of(TopicSpec.state(TOPIC))));

    record Config(int page, int keep, int purge) implements RelayConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration gather() {
            return Duration.ZERO;
        }
    }

    void append(Connection connection, UUID key, long version) throws SQLException {
        append(connection, TOPIC, key, version);
    }

    void append(Connection connection, String topic, UUID key, long version) throws SQLException {
        var publisher = topic.equals(TOPIC)
                ? outbox
                : new Outbox(null, null, null, new Topics(List.of(TopicSpec.state(topic))));
        publisher.append(
                connection, List.of(new Fact(topic, key, version, "thing.changed.v1", "{\"n\":" + version + "}")));
    }

    void committed(UUID key, long version) throws SQLException {
        committed(TOPIC, key, version);
    }

    void committed(String topic, UUID key, long version) throws SQLException {
        try (Connection connection = database.begin()) {
            append(connection, topic, key, version);
            connection.commit();
        }
    }

    void endRelaySession() throws SQLException {
        database.run(
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()"
                        + " and database = (select oid from pg_database where datname = current_database())");
    }

    OutboxRelay relay(Supplier<Producer<byte[], byte[]>> producers) {
        return relay(producers, new Config(1000, 1_000_000, 1000));
    }

    OutboxRelay relay(Supplier<Producer<byte[], byte[]>> producers, RelayConfig config) {
        return new OutboxRelay(
                new OutboxLease(database.dataSource()),
                producers,
                new OutboxRecords("/kit-test"),
                config,
                new RelayMetrics(new SimpleMeterRegistry()));
    }

    /** What a transaction does that changes something before it waits for an aggregate. */
    static void takeTransactionId(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    static MockProducer<byte[], byte[]> acknowledging() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static List<String> versions(MockProducer<byte[], byte[]> producer) {
        return producer.history().stream()
                .map(record -> new String(record.value()))
                .map(body -> body.replaceAll("\\D", ""))
                .toList();
    }

    static int drain(OutboxRelay relay) {
        int published = 0;
        for (int page = relay.runOnce(); page > 0; page = relay.runOnce()) {
            published += page;
        }
        return published;
    }
}
