package rapport.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rapport.kit.json.Json;
import rapport.stack.parts.Parts;

/**
 * A topic of the real broker, as a test sees it.
 *
 * <pre>{@code
 * var orders = Topic.named("shop.order.v1");
 * assertThat(orders.read()).extracting(Message::type).containsExactly("order.changed.v1");
 * orders.send(key, headers, "not JSON".getBytes(UTF_8));
 * }</pre>
 */
public record Topic(String name) {

    /** A message as it lies in the topic. */
    public record Message(String key, Map<String, String> headers, byte[] value, int partition, long offset) {
        public String type() {
            return headers.get("ce_type");
        }

        public long version() {
            return Long.parseLong(headers.get("aggregateversion"));
        }

        public String text() {
            return value == null ? null : new String(value, UTF_8);
        }

        public JsonNode json() {
            try {
                return Json.lenient().readTree(value);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text(), e);
            }
        }
    }

    public static Topic named(String name) {
        return new Topic(name);
    }

    /** Creates the topic if it does not exist. */
    public Topic create(int partitions) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Parts.shared().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new AssertionError("topic not created: " + name, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return this;
    }

    /** Everything that lies in the topic now, by partition and offset; nothing when there is no such topic. */
    public List<Message> read() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", Parts.shared().bootstrapServers(),
                "allow.auto.create.topics", false,
                "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var messages = new ArrayList<Message>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> messages.add(message(message)));
            }
            messages.sort(Comparator.comparingInt(Message::partition).thenComparingLong(Message::offset));
            return messages;
        }
    }

    /** The messages of one key, in the order of the topic. */
    public List<Message> read(Object key) {
        return read().stream()
                .filter(message -> key.toString().equals(message.key()))
                .toList();
    }

    /** Publishes anything at all, as the poison of tests needs it. */
    public void send(String key, Map<String, String> headers, byte[] value) {
        sendAll(List.of(new Message(key, headers, value, 0, 0)));
    }

    /** Publishes records as they are; partitions and offsets given are ignored. */
    public void sendAll(List<Message> messages) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Parts.shared().bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                20_000,
                // A broker that becomes the leader of a new partition between two requests takes the second of
                // them first, and refuses the first one from then on.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            messages.forEach(message -> sent.add(producer.send(record(message))));
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("not published: " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The headers of a well-formed message. */
    public static Map<String, String> headers(Object id, String type, long version) {
        return Map.of(
                "ce_id", id.toString(),
                "ce_type", type,
                "ce_source", "/test",
                "ce_time", "2026-01-02T03:04:05Z",
                "ce_specversion", "1.0",
                "content-type", "application/json",
                "aggregateversion", Long.toString(version));
    }

    private ProducerRecord<byte[], byte[]> record(Message message) {
        byte[] key = message.key() == null ? null : message.key().getBytes(UTF_8);
        var sent = new ProducerRecord<>(name, key, message.value());
        message.headers().forEach((header, value) -> sent.headers().add(header, value.getBytes(UTF_8)));
        return sent;
    }

    private static Message message(ConsumerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, String>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        String key = record.key() == null ? null : new String(record.key(), UTF_8);
        return new Message(key, headers, record.value(), record.partition(), record.offset());
    }
}
