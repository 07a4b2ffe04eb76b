package rapport.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Where on the platform a text is left: in whatever table, topic or log. */
record Traces(Platform platform, String text) {
    private static final List<String> SERVICES = List.of("events", "contacts", "followup");

    /** Tables of the three databases that hold it, as text or as bytes. */
    List<String> inTables() throws SQLException {
        List<String> found = new ArrayList<>();
        for (String service : SERVICES) {
            try (var database = platform.database(service)) {
                for (String table : tables(database)) {
                    if (holds(database, table)) {
                        found.add(service + "." + table);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select tablename from pg_tables where schemaname = 'public' order by tablename")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private boolean holds(Connection database, String table) throws SQLException {
        try (var query = database.prepareStatement(
                "select 1 from " + table + " t where t::text ilike ? or t::text ilike ? limit 1")) {
            query.setString(1, "%" + text + "%");
            query.setString(2, "%" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "%");
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Topics in which it is left once they are compacted: of topics of state the last message of each key counts, of topics of facts
     * every message.
     */
    List<String> inTopics(List<String> ofFacts) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + platform.stack().config().ports().kafka(),
                "enable.auto.commit",
                false);
        Map<String, String> left = new LinkedHashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith("rapport."))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> keep(left, message, ofFacts));
            }
        }
        return left.entrySet().stream()
                .filter(message -> message.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void keep(Map<String, String> left, ConsumerRecord<String, byte[]> message, List<String> ofFacts) {
        String id = message.topic() + " " + message.key()
                + (ofFacts.contains(message.topic()) ? " @" + message.partition() + ":" + message.offset() : "");
        var content = new StringBuilder(String.valueOf(message.key()));
        message.headers()
                .forEach(header -> content.append(' ').append(new String(header.value(), StandardCharsets.UTF_8)));
        if (message.value() != null) {
            content.append(' ').append(new String(message.value(), StandardCharsets.UTF_8));
        }
        left.put(id, content.toString());
    }

    /** Log files of the platform that mention it. */
    List<String> inLogs() {
        try (Stream<Path> files = Files.list(platform.stack().config().data().resolve("logs"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(this::mentions)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean mentions(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
