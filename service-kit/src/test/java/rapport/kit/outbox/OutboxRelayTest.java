package rapport.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.kit.outbox.OutboxFixture.TOPIC;
import static rapport.kit.outbox.OutboxFixture.acknowledging;
import static rapport.kit.outbox.OutboxFixture.drain;
import static rapport.kit.outbox.OutboxFixture.takeTransactionId;
import static rapport.kit.outbox.OutboxFixture.versions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import rapport.kit.outbox.OutboxFixture.Config;
import rapport.kit.outbox.OutboxRelay.RelayStopped;

class OutboxRelayTest {
    private static final UUID A = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    private final OutboxFixture outbox = new OutboxFixture();
    private final MockProducer<byte[], byte[]> kafka = acknowledging();

    @Test
    void aFactBecomesOneRecordInCloudEventsBinaryMode() throws SQLException {
        outbox.committed(A, 7);

        drain(outbox.relay(() -> kafka));

        ProducerRecord<byte[], byte[]> sent = kafka.history().getFirst();
        assertThat(kafka.history()).hasSize(1);
        assertThat(sent.topic()).isEqualTo(TOPIC);
        assertThat(new String(sent.key(), UTF_8)).isEqualTo(A.toString());
        assertThat(new String(sent.value(), UTF_8)).isEqualTo("{\"n\":7}");
        assertThat(header(sent, "ce_type")).isEqualTo("thing.changed.v1");
        assertThat(header(sent, "ce_source")).isEqualTo("/kit-test");
        assertThat(header(sent, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(sent, "content-type")).isEqualTo("application/json");
        assertThat(header(sent, "aggregateversion")).isEqualTo("7");
        assertThat(UUID.fromString(header(sent, "ce_id")).version()).isEqualTo(7);
        assertThat(header(sent, "ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    }

    @Test
    void whatIsRolledBackIsNeverPublished() throws SQLException {
        try (Connection refused = outbox.database.begin()) {
            outbox.append(refused, A, 1);
            refused.rollback();
        }
        outbox.committed(B, 2);

        drain(outbox.relay(() -> kafka));

        assertThat(versions(kafka)).containsExactly("2");
    }

    @Test
    void aLowerNumberThatCommitsLaterIsNotLost() throws SQLException {
        OutboxRelay relay = outbox.relay(() -> kafka);
        try (Connection slow = outbox.database.begin()) {
            outbox.append(slow, A, 1);
            outbox.committed(B, 2);
            drain(relay);
            assertThat(versions(kafka)).containsExactly("2");

            slow.commit();
        }
        drain(relay);

        assertThat(versions(kafka)).containsExactly("2", "1");
    }

    @Test
    void aLowerNumberOfAHigherTransactionIsNotLost() throws SQLException {
        OutboxRelay relay = outbox.relay(() -> kafka);
        try (Connection earlierTransaction = outbox.database.begin();
                Connection earlierNumber = outbox.database.begin()) {
            takeTransactionId(earlierTransaction);
            outbox.append(earlierNumber, A, 1);
            outbox.append(earlierTransaction, B, 2);
            earlierTransaction.commit();
            drain(relay);
            earlierNumber.commit();
        }
        drain(relay);

        assertThat(versions(kafka)).containsExactly("2", "1");
    }

    @Test
    void aTransactionThatBeganEarlierButChangedLaterIsPublishedLater() throws SQLException {
        OutboxRelay relay = outbox.relay(() -> kafka);
        try (Connection early = outbox.database.begin();
                Connection unrelated = outbox.database.begin()) {
            takeTransactionId(early);
            takeTransactionId(unrelated);
            outbox.committed(A, 1);
            outbox.append(early, A, 2);
            early.commit();

            drain(relay);

            unrelated.commit();
        }
        drain(relay);
        assertThat(versions(kafka)).containsExactly("1", "2");
    }

    @Test
    void manyWritersInterleavingLoseNothingAndKeepTheOrderOfEachKey() throws SQLException {
        OutboxRelay relay = outbox.relay(() -> kafka, new Config(3, 10, 5));
        var writers = new Writers(outbox, new Random(42));
        for (int step = 0; step < 600; step++) {
            writers.step(relay);
        }
        writers.commitAll();
        drain(relay);

        assertThat(writers.written()).isGreaterThan(100);
        assertThat(versions(kafka)).hasSize((int) writers.written()).doesNotHaveDuplicates();
        assertThat(kafka.history().stream().collect(groupingBy(sent -> new String(sent.key(), UTF_8))))
                .hasSize(Writers.KEYS)
                .allSatisfy((key, sent) -> assertThat(sent)
                        .extracting(one -> Long.parseLong(header(one, "aggregateversion")))
                        .isSorted());
    }

    @Test
    void aRefusedRecordStopsThePageAndItIsPublishedAgain() throws SQLException {
        var failing = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
                Future<RecordMetadata> sent = super.send(record);
                if (history().size() == 2) {
                    errorNext(new TimeoutException("no broker"));
                } else {
                    completeNext();
                }
                return sent;
            }
        };
        var producers = new ArrayList<>(List.of(failing, kafka));
        OutboxRelay relay = outbox.relay(() -> producers.removeFirst());
        for (long version = 1; version <= 3; version++) {
            outbox.committed(A, version);
        }

        assertThatThrownBy(relay::runOnce).isInstanceOf(RelayStopped.class);
        drain(relay);

        assertThat(failing.closed()).isTrue();
        assertThat(versions(kafka)).containsExactly("1", "2", "3");
    }

    @Test
    void aRelayThatDiesBetweenPagesIsContinuedWhereItWas() throws SQLException {
        OutboxRelay dying = outbox.relay(OutboxFixture::acknowledging, new Config(2, 1000, 1000));
        for (long version = 1; version <= 5; version++) {
            outbox.committed(A, version);
        }
        dying.runOnce();
        dying.giveUp();

        drain(outbox.relay(() -> kafka, new Config(2, 1000, 1000)));

        assertThat(versions(kafka)).containsExactly("3", "4", "5");
    }

    @Test
    void ofTwoRelaysOneIsActiveAndTheOtherTakesOverWhenItDies() throws SQLException {
        OutboxRelay first = outbox.relay(OutboxFixture::acknowledging);
        OutboxRelay second = outbox.relay(() -> kafka);
        first.runOnce();
        outbox.committed(A, 1);

        assertThat(second.runOnce()).isZero();
        first.giveUp();

        assertThat(second.runOnce()).isEqualTo(1);
        assertThat(versions(kafka)).containsExactly("1");
        second.giveUp();
    }

    @Test
    void aRelayWhoseSessionIsGoneStopsAndAnotherOneTakesOver() throws SQLException {
        OutboxRelay first = outbox.relay(OutboxFixture::acknowledging);
        first.runOnce();
        outbox.endRelaySession();
        outbox.committed(A, 1);

        assertThatThrownBy(first::runOnce).isInstanceOf(RelayStopped.class);

        assertThat(drain(outbox.relay(() -> kafka))).isEqualTo(1);
    }

    @Test
    void publishedRowsAreDeletedAndUnpublishedStay() throws SQLException {
        OutboxRelay relay = outbox.relay(() -> kafka);
        for (long version = 1; version <= 10; version++) {
            outbox.committed(A, version);
        }
        try (Connection open = outbox.database.begin()) {
            outbox.append(open, B, 11);
            drain(relay);
            open.commit();
        }

        assertThat(outbox.database.number("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void anIdleRelayDeletesWhatABusyOneKeptAndLeavesTheCursorAlone() throws SQLException {
        OutboxRelay relay = outbox.relay(() -> kafka, new Config(10, 1_000_000, 4));
        relay.runOnce();
        for (long version = 1; version <= 10; version++) {
            outbox.committed(A, version);
        }
        drain(relay);
        long cursor = outbox.database.number("select xmin::text::bigint from outbox_cursor");
        for (int idle = 0; idle < 4; idle++) {
            outbox.database.run("select pg_current_xact_id()");
            relay.runOnce();
        }

        assertThat(outbox.database.number("select count(*) from outbox")).isZero();
        assertThat(outbox.database.number("select xmin::text::bigint from outbox_cursor"))
                .isEqualTo(cursor);
    }

    @Test
    void aDatabaseRestoredIntoAnotherClusterPublishesWhatIsLeft() throws SQLException {
        outbox.committed(A, 1);
        outbox.database.run("update outbox set xid = '900000000000'");
        outbox.database.run("update outbox_cursor set published = '800000000000:800000000000:'");

        drain(outbox.relay(() -> kafka));

        assertThat(versions(kafka)).containsExactly("1");
    }

    @Test
    void aTopicThatNobodyDeclaredIsRefused() {
        var topics = new Topics(List.of());

        assertThatThrownBy(() -> topics.require("kit.thing.v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kit.thing.v1");
    }

    private static String header(ProducerRecord<byte[], byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), UTF_8);
    }
}
