package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services make of their topics when these come again, or hold what nobody can read. */
@ExtendWith(PlatformOfTheRun.class)
class MessagesSystemTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final String REGISTRATIONS = "rapport.registration.v1";

    private final Platform platform;

    MessagesSystemTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "followup"})
    void readingEveryTopicFromTheBeginningAgainChangesNothing(String name) throws Exception {
        Crowd crowd = Crowd.gather(
                platform.api(), "replay-" + UUID.randomUUID().toString().substring(0, 8), 30);
        Phones.scans(crowd, 1, 5)
                .forEach(scan ->
                        platform.api().post("ben", "/api/contacts/scans", scan).expect(200, 201, 202));
        String group = name + "-service";
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            await().atMost(LONG_ENOUGH).until(() -> nothingIsOnItsWay(admin));
            var service = platform.stack().service(name);
            service.close();
            try {
                Map<String, String> before = contents(name);
                rewind(admin, group);

                service.start();
                service.awaitReady();
                await().atMost(LONG_ENOUGH).until(() -> everythingWasRead(admin, group) && everythingIsSettled());
                service.close();

                assertThat(contents(name)).isEqualTo(before);
            } finally {
                service.start();
                service.awaitReady();
            }
        }
    }

    @Test
    void whatNobodyCanReadIsParkedWithItsReasonWhileTheOthersAreApplied() throws Exception {
        int parkedBefore = parked().size();
        Map<String, Object> producer = Map.of(
                "bootstrap.servers", bootstrapServers(),
                "key.serializer", ByteArraySerializer.class,
                "value.serializer", ByteArraySerializer.class);
        try (var kafka = new KafkaProducer<byte[], byte[]>(producer)) {
            for (String body : List.of("not json", "{}", "[]", "{\"registrationId\":")) {
                var poison = new ProducerRecord<>(
                        REGISTRATIONS, bytes(UUID.randomUUID().toString()), bytes(body));
                poison.headers()
                        .add("ce_id", bytes(UUID.randomUUID().toString()))
                        .add("ce_type", bytes("registration.changed.v1"))
                        .add("ce_source", bytes("/nobody"))
                        .add("ce_time", bytes("2026-11-22T10:00:00Z"))
                        .add("ce_specversion", bytes("1.0"))
                        .add("aggregateversion", bytes("1"));
                kafka.send(poison).get();
            }
            kafka.send(new ProducerRecord<>(REGISTRATIONS, bytes("no headers"), bytes("{}")))
                    .get();
        }
        Crowd crowd = Crowd.gather(
                platform.api(), "poison-" + UUID.randomUUID().toString().substring(0, 8), 20);

        for (Map<String, Object> scan : Phones.scans(crowd, 1, 6)) {
            String contact = platform.api()
                    .post("ben", "/api/contacts/scans", scan)
                    .expect(200, 201, 202)
                    .body()
                    .path("contactId")
                    .asText();
            await().atMost(LONG_ENOUGH).until(() -> platform.api()
                    .get("ben", "/api/contacts/contacts/" + contact)
                    .body()
                    .path("status")
                    .asText()
                    .equals("ACTIVE"));
        }
        assertThat(parked()).hasSize(parkedBefore + 5).allSatisfy(message -> assertThat(
                        message.path("reason").asText())
                .isNotBlank());
    }

    private List<JsonNode> parked() {
        return platform.api().all("ada", "/api/contacts/operations/parked-messages");
    }

    private String bootstrapServers() {
        return "127.0.0.1:" + platform.stack().config().ports().kafka();
    }

    /** From the first service to the last: what one has read can be what it tells the next. */
    private boolean nothingIsOnItsWay(Admin admin) throws Exception {
        return everythingWasTold("events")
                && everythingWasRead(admin, "contacts-service")
                && everythingIsSettled()
                && everythingWasTold("contacts")
                && everythingWasRead(admin, "followup-service");
    }

    /** contacts-service looks twice, some seconds apart, at the contacts of a registration or a card that changed. */
    private boolean everythingIsSettled() throws SQLException {
        return platform.count("contacts", "select count(*) from registration where settled_version < version") == 0
                && platform.count("contacts", "select count(*) from sharing_change") == 0;
    }

    private boolean everythingWasTold(String service) throws SQLException {
        return platform.count(service, "select count(*) from outbox") == 0;
    }

    private static boolean everythingWasRead(Admin admin, String group) throws Exception {
        var committed = committed(admin, group);
        var ends = admin.listOffsets(committed.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get();
        return !committed.isEmpty()
                && ends.entrySet().stream()
                        .allMatch(end -> end.getValue().offset()
                                == committed.get(end.getKey()).offset());
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) throws Exception {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private static void rewind(Admin admin, String group) throws Exception {
        Map<TopicPartition, ListOffsetsResultInfo> beginnings = admin.listOffsets(
                        committed(admin, group).keySet().stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest())))
                .all()
                .get();
        Map<TopicPartition, OffsetAndMetadata> offsets = new LinkedHashMap<>();
        beginnings.forEach((partition, info) -> offsets.put(partition, new OffsetAndMetadata(info.offset())));
        // The broker refuses as long as it believes in a member; a service that was stopped has said goodbye.
        await().atMost(LONG_ENOUGH)
                .ignoreExceptions()
                .until(() ->
                        admin.alterConsumerGroupOffsets(group, offsets).all().get() == null);
    }

    /** Each table's rows as one hash, without what is only on its way to Kafka. */
    /**
     * All rows of all tables. Except the depth of relationships: a sweep of the service fills that table by and by, whether
     * anything is read again or not.
     */
    private Map<String, String> contents(String service) throws SQLException {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (var database = platform.database(service);
                var statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery("""
                    select tablename
                    from   pg_tables
                    where  schemaname = 'public' and tablename not like 'outbox%' and tablename not like 'flyway%'
                           and tablename <> 'contact_depth'
                    order  by tablename
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (var row = statement.executeQuery(
                        "select count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' order by"
                                + " t::text)), '') from " + table + " t")) {
                    row.next();
                    hashes.put(table, row.getString(1));
                }
            }
        }
        return hashes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
