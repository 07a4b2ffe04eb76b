package rapport.kit.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.KitDatabase;
import rapport.kit.testing.Topic.Message;

class ConsumerLoopTest {
    private static final String TOPIC = "kit.thing.v1";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final UUID A = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    private final KitDatabase database = KitDatabase.fresh("inbound");
    private final ThingHandler handler = new ThingHandler(TOPIC);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InboundMetrics metrics = new InboundMetrics(meters);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
    private final BatchApplier applier =
            new BatchApplier(database.dataSource(), new Handlers(List.of(handler)), metrics, stopping::get);
    private final ConsumerLoop loop = new ConsumerLoop(kafka, applier, metrics, Set.of());
    private long offset;

    @BeforeEach
    void assignOnePartition() throws SQLException {
        database.run(ThingHandler.TABLE);
        loop.subscribe(Set.of(TOPIC));
        kafka.rebalance(List.of(PARTITION));
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void aPollIsAppliedByOneCallAndThenItsOffsetsAreCommitted() throws SQLException {
        arrive(Poisons.good(A, 1, "a"), Poisons.good(B, 1, "b"), Poisons.good(A, 2, "a2"));

        loop.runOnce();

        assertThat(handler.calls).hasValue(1);
        assertThat(handler.commits).hasValue(1);
        assertThat(database.number("select count(*) from thing where name in ('a2', 'b')"))
                .isEqualTo(2);
        assertThat(committedOffset()).isEqualTo(3);
    }

    @Test
    void poisonIsParkedWhileEverythingElseIsApplied() throws SQLException {
        List<Message> poisons = Poisons.all();
        var messages = new ArrayList<Message>();
        for (int i = 0; i < 200; i++) {
            messages.add(Poisons.good(UUID.randomUUID(), 1, "good"));
            if (i % 7 == 0 && i / 7 < poisons.size()) {
                messages.add(poisons.get(i / 7));
            }
        }
        arrive(messages.toArray(Message[]::new));

        loop.runOnce();

        assertThat(poisons).hasSizeGreaterThanOrEqualTo(20);
        assertThat(database.number("select count(*) from thing where name = 'good'"))
                .isEqualTo(200);
        assertThat(database.number("select count(*) from thing")).isEqualTo(200);
        assertThat(database.number("select count(*) from parked_message")).isEqualTo(poisons.size());
        assertThat(committedOffset()).isEqualTo(200 + poisons.size());
        assertThat(counted("parked")).isEqualTo(poisons.size());
        assertThat(counted("applied")).isEqualTo(200);
    }

    @Test
    void eachKindOfPoisonIsParkedByItself() throws SQLException {
        int parked = 0;
        for (Message poison : Poisons.all()) {
            arrive(poison);

            loop.runOnce();

            assertThat(database.number("select count(*) from parked_message"))
                    .as("poison at offset %d", offset - 1)
                    .isEqualTo(++parked);
        }
        assertThat(database.number("select count(*) from parked_message where reason = ''"))
                .isZero();
    }

    @Test
    void readingFromTheBeginningAgainChangesNothing() throws SQLException {
        arrive(Poisons.good(A, 1, "a"), Poisons.good(A, 2, "a2"), Poisons.all().getFirst(), Poisons.good(B, 1, "b"));
        loop.runOnce();
        for (int times = 0; times < 3; times++) {
            offset = 0;
            kafka.seekToBeginning(List.of(PARTITION));
            arrive(
                    Poisons.good(A, 1, "a"),
                    Poisons.good(A, 2, "a2"),
                    Poisons.all().getFirst(),
                    Poisons.good(B, 1, "b"));

            loop.runOnce();
        }

        assertThat(database.number("select sum(changes) from thing")).isEqualTo(2);
        assertThat(database.number("select count(*) from parked_message")).isEqualTo(1);
    }

    @Test
    void unknownTypesAndTombstonesAreCountedAndSkipped() throws SQLException {
        arrive(
                Poisons.message(A.toString(), Poisons.with("ce_type", "thing.renamed.v9"), "{}".getBytes(UTF_8)),
                Poisons.message(A.toString(), Map.of(), null));

        loop.runOnce();

        assertThat(handler.calls).hasValue(0);
        assertThat(database.number("select count(*) from parked_message")).isZero();
        assertThat(committedOffset()).isEqualTo(2);
        assertThat(counted("unknown")).isEqualTo(1);
        assertThat(counted("tombstone")).isEqualTo(1);
        assertThat(counted("applied")).isZero();
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsParkedOrCommittedAndLaterAllIsApplied() throws SQLException {
        handler.trouble = new SQLException("gone", "57P01");
        arrive(Poisons.good(A, 1, "a"), Poisons.all().getFirst());
        loop.runOnce();
        loop.runOnce();

        assertThat(kafka.paused()).containsExactly(PARTITION);
        assertThat(committedOffset()).isZero();
        assertThat(database.number("select count(*) from parked_message")).isZero();

        handler.trouble = null;
        loop.runOnce();

        assertThat(kafka.paused()).isEmpty();
        assertThat(committedOffset()).isEqualTo(2);
        assertThat(database.number("select count(*) from thing")).isEqualTo(1);
        assertThat(database.number("select count(*) from parked_message")).isEqualTo(1);
    }

    @Test
    void shutdownParksNothing() throws SQLException {
        handler.trouble = new SQLException("closed in the middle", "22000");
        stopping.set(true);
        arrive(Poisons.good(A, 1, "a"));

        loop.runOnce();

        assertThat(database.number("select count(*) from parked_message")).isZero();
        assertThat(committedOffset()).isZero();
    }

    @Test
    void messagesOfARevokedPartitionAreLeftToTheNextOwner() throws SQLException {
        handler.trouble = new SQLException("gone", "08006");
        arrive(Poisons.good(A, 1, "a"));
        loop.runOnce();
        kafka.rebalance(List.of());
        handler.trouble = null;

        loop.runOnce();

        assertThat(database.number("select count(*) from thing")).isZero();
    }

    private void arrive(Message... messages) {
        for (Message message : messages) {
            byte[] key = message.key() == null ? null : message.key().getBytes(UTF_8);
            var received = new ConsumerRecord<>(TOPIC, 0, offset++, key, message.value());
            message.headers().forEach((name, value) -> received.headers().add(name, value.getBytes(UTF_8)));
            kafka.addRecord(received);
        }
    }

    private double counted(String outcome) {
        return meters.counter("kit.inbound.messages", "topic", TOPIC, "outcome", outcome)
                .count();
    }

    private long committedOffset() {
        var committed = kafka.committed(Set.of(PARTITION)).get(PARTITION);
        return committed == null ? 0 : committed.offset();
    }
}
