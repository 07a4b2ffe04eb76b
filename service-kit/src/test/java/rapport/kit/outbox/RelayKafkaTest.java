package rapport.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import rapport.kit.kafka.KafkaClients;
import rapport.kit.outbox.OutboxFixture.Config;
import rapport.kit.outbox.OutboxRelay.RelayStopped;
import rapport.kit.testing.Topic;
import rapport.kit.testing.Topic.Message;
import rapport.stack.parts.Parts;

class RelayKafkaTest {
    private static final UUID A = UUID.fromString("00000000-0000-7000-8000-00000000000a");

    private final OutboxFixture outbox = new OutboxFixture();
    private final KafkaClients clients = KafkaClients.of(Parts.shared().bootstrapServers());
    private final TopicSpec spec = TopicSpec.state("kit.thing-" + UUID.randomUUID() + ".v1");
    private final Topic topic = Topic.named(spec.name());

    @Test
    void missingTopicsAreCreatedAsDeclaredAndExistingOnesLeftAlone() throws Exception {
        create();
        create();

        try (Admin admin = clients.admin()) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            var description =
                    admin.describeTopics(List.of(spec.name())).allTopicNames().get();
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(config.get("max.compaction.lag.ms").value()).isEqualTo("86400000");
            assertThat(description.get(spec.name()).partitions()).hasSize(6);
        }
    }

    @Test
    void factsOfOneKeyArriveInTheirOrder() throws SQLException {
        for (long version = 1; version <= 500; version++) {
            outbox.committed(spec.name(), A, version);
        }
        OutboxRelay relay = outbox.relay(this::producer, new Config(37, 1000, 100));

        OutboxFixture.drain(relay);
        relay.giveUp();

        assertThat(topic.read(A)).extracting(Message::version).containsExactlyElementsOf(versions(500));
    }

    @Test
    void aRelayThatDiesBetweenSendingAndMovingTheCursorSendsThePageAgain() throws SQLException {
        for (long version = 1; version <= 3; version++) {
            outbox.committed(spec.name(), A, version);
        }
        OutboxRelay relay = outbox.relay(this::producerThatLosesTheSession);

        try {
            relay.runOnce();
        } catch (RelayStopped expected) {
            OutboxFixture.drain(outbox.relay(this::producer));
        }

        assertThat(topic.read(A)).extracting(Message::version).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
        assertThat(topic.read(A))
                .extracting(message -> message.headers().get("ce_id"))
                .doesNotContainNull();
        assertThat(topic.read(A).stream()
                        .map(message -> message.headers().get("ce_id"))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void whatIsCommittedWhileKafkaIsDownArrivesWhenItIsBack() throws Exception {
        create();
        var signal = new OutboxSignal();
        var thread = new RelayThread(
                outbox.relay(this::producer, new Config(20, 1000, 100)), signal, new Config(20, 1000, 100));
        Parts.shared().stopKafka();
        try {
            thread.start(null);
            for (long version = 1; version <= 100; version++) {
                outbox.committed(spec.name(), A, version);
            }
        } finally {
            Parts.shared().startKafka();
        }

        patiently()
                .until(() ->
                        topic.read(A).stream().map(Message::version).distinct().count() == 100);
        thread.stop(null);
        var seen = new ArrayList<Long>();
        topic.read(A).stream()
                .map(Message::version)
                .filter(version -> !seen.contains(version))
                .forEach(seen::add);
        assertThat(seen).containsExactlyElementsOf(versions(100));
    }

    @Test
    void stoppingPublishesWhatWasWrittenUntilThen() throws Exception {
        var slowPoll = new Config(1000, 1000, 100);
        var thread = new RelayThread(outbox.relay(this::producer, slowPoll), new OutboxSignal(), slowPoll);
        thread.start(null);
        outbox.committed(spec.name(), A, 1);

        thread.stop(null);

        assertThat(topic.read(A)).extracting(Message::version).containsExactly(1L);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }

    private static List<Long> versions(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private void create() {
        new TopicCreation(clients, new Topics(List.of(spec)), new TopicsConfig() {
                    @Override
                    public Duration maxCompactionLag() {
                        return Duration.ofHours(24);
                    }

                    @Override
                    public Duration factRetention() {
                        return Duration.ofDays(14);
                    }

                    @Override
                    public short replication() {
                        return -1;
                    }
                })
                .createMissing();
    }

    private Producer<byte[], byte[]> producer() {
        create();
        return clients.producer();
    }

    /** Everything is sent, but the database ends the relay's session before it can note that. */
    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> producerThatLosesTheSession() {
        Producer<byte[], byte[]> real = producer();
        var sent = new AtomicInteger();
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        if (method.getName().equals("send") && sent.incrementAndGet() == 3) {
                            real.flush();
                            outbox.endRelaySession();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
