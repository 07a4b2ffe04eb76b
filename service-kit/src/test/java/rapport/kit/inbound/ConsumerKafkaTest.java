package rapport.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.kit.kafka.KafkaClients;
import rapport.kit.testing.KitDatabase;
import rapport.kit.testing.Topic;
import rapport.kit.testing.Topic.Message;
import rapport.stack.parts.Parts;

class ConsumerKafkaTest {
    private static final int GOOD = 10_000;

    private final KitDatabase database = KitDatabase.fresh("inbound");
    private final Topic topic =
            Topic.named("kit.thing-" + UUID.randomUUID() + ".v1").create(3);
    private final ThingHandler handler = new ThingHandler(topic.name());
    private final InboundMetrics metrics = new InboundMetrics(new SimpleMeterRegistry());
    private final KafkaClients clients = KafkaClients.of(Parts.shared().bootstrapServers());
    private final List<ConsumerThread> threads = new ArrayList<>();

    @BeforeEach
    void createTable() throws SQLException {
        database.run(ThingHandler.TABLE);
    }

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.forEach(ConsumerThread::stop);
        for (ConsumerThread thread : threads) {
            thread.join();
        }
    }

    @Test
    void poisonAmongTenThousandIsParkedAndAllOthersAreApplied() {
        List<Message> poisons = Poisons.all();
        var messages = new ArrayList<Message>();
        for (int i = 0; i < GOOD; i++) {
            messages.add(Poisons.good(UUID.randomUUID(), 1, "good"));
            if (i % 300 == 0 && i / 300 < poisons.size()) {
                messages.add(poisons.get(i / 300));
            }
        }
        topic.sendAll(messages);

        consume("poison");

        eventually(() -> count("thing") == GOOD && count("parked_message") == poisons.size());
    }

    @Test
    void readingTheTopicAgainByTwoConsumersChangesNothing() throws SQLException {
        var messages = new ArrayList<Message>();
        for (int i = 0; i < 500; i++) {
            UUID id = UUID.randomUUID();
            messages.add(Poisons.good(id, 1, "old"));
            messages.add(Poisons.good(id, 2, "new"));
        }
        topic.sendAll(messages);
        consume("first");
        eventually(() -> database.number("select count(*) from thing where name = 'new'") == 500);
        long changes = database.number("select sum(changes) from thing");
        int commits = handler.commits.get();

        consume("again");
        consume("again");

        eventually(() -> handler.commits.get() > commits && lag("again") == 0);
        assertThat(database.number("select sum(changes) from thing")).isEqualTo(changes);
        assertThat(database.number("select count(*) from thing where name = 'new'"))
                .isEqualTo(500);
    }

    @Test
    void aConsumerGoesOnAfterKafkaWasAway() {
        consume("outage");
        topic.sendAll(List.of(Poisons.good(UUID.randomUUID(), 1, "before")));
        eventually(() -> count("thing") == 1);
        Parts.shared().stopKafka();
        Parts.shared().startKafka();

        topic.sendAll(List.of(Poisons.good(UUID.randomUUID(), 1, "after")));

        eventually(() -> count("thing") == 2);
    }

    @Test
    void whatIsStoppedInTheMiddleIsContinuedByTheNext() throws Exception {
        var messages = new ArrayList<Message>();
        for (int i = 0; i < 5_000; i++) {
            messages.add(Poisons.good(UUID.randomUUID(), 1, "good"));
        }
        topic.sendAll(messages);
        ConsumerThread first = consume("restart");
        eventually(() -> count("thing") > 0);
        first.stop();
        first.join();

        consume("restart");

        eventually(() -> count("thing") == 5_000);
        assertThat(count("parked_message")).isZero();
    }

    @Test
    void aTopicThatIsReadAnewBringsBackWhatTheDatabaseHasLost() throws Exception {
        topic.sendAll(List.of(Poisons.good(UUID.randomUUID(), 1, "good"), Poisons.good(UUID.randomUUID(), 1, "good")));
        ConsumerThread before = consume("restored", Set.of(topic.name()));
        eventually(() -> count("thing") == 2);
        before.stop();
        before.join();
        database.run("delete from thing");

        consume("restored", Set.of(topic.name()));

        eventually(() -> count("thing") == 2);
    }

    private ConsumerThread consume(String group) {
        return consume(group, Set.of());
    }

    private ConsumerThread consume(String group, Set<String> readAnew) {
        var applier = new BatchApplier(database.dataSource(), new Handlers(List.of(handler)), metrics, () -> false);
        var thread = new ConsumerThread(group, () -> {
            var loop = new ConsumerLoop(clients.consumer(group + topic.name(), 500), applier, metrics, readAnew);
            loop.subscribe(Set.of(topic.name()));
            return loop;
        });
        thread.start();
        threads.add(thread);
        return thread;
    }

    private long lag(String group) throws Exception {
        try (var admin = clients.admin()) {
            long read = admin
                    .listConsumerGroupOffsets(group + topic.name())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(position -> position.offset())
                    .sum();
            return topic.read().size() - read;
        }
    }

    private long count(String table) throws SQLException {
        return database.number("select count(*) from " + table);
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
