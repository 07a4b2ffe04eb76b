package rapport.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics of state as they lie on the broker's disk. While one of these is open the broker compacts them at once, which it otherwise
 * does within a day; closing gives the topics their own settings back.
 */
final class Segments implements AutoCloseable {
    private static final Map<String, String> AT_ONCE = Map.of(
            "min.cleanable.dirty.ratio", "0",
            "max.compaction.lag.ms", "1",
            "delete.retention.ms", "0",
            "segment.ms", "1",
            "file.delete.delay.ms", "0");
    private static final ConfigResource EVERY_BROKER = new ConfigResource(ConfigResource.Type.BROKER, "");

    private final Path data;
    private final String bootstrapServers;
    private final Admin admin;
    private final Map<ConfigResource, Collection<AlterConfigOp>> before = new HashMap<>();

    private Segments(Path data, String bootstrapServers) {
        this.data = data;
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    static Segments compacted(Platform platform) throws ExecutionException, InterruptedException {
        var segments = new Segments(
                platform.stack().config().data().resolve("kafka").resolve("data"),
                "127.0.0.1:" + platform.stack().config().ports().kafka());
        segments.compact();
        return segments;
    }

    private void compact() throws ExecutionException, InterruptedException {
        var now = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        for (var topic : topics().entrySet()) {
            now.put(
                    topic.getKey(),
                    AT_ONCE.entrySet().stream()
                            .map(setting -> set(setting.getKey(), setting.getValue()))
                            .toList());
            before.put(
                    topic.getKey(),
                    AT_ONCE.keySet().stream()
                            .map(name -> restored(topic.getValue().get(name)))
                            .toList());
        }
        // How long the cleaner rests when it has found nothing to do.
        now.put(EVERY_BROKER, List.of(set("log.cleaner.backoff.ms", "100")));
        before.put(
                EVERY_BROKER,
                List.of(new AlterConfigOp(new ConfigEntry("log.cleaner.backoff.ms", null), OpType.DELETE)));
        admin.incrementalAlterConfigs(now).all().get();
        beginNewSegments();
    }

    /** The segment that is written to is never compacted. Records without a body are no message to anybody. */
    private void beginNewSegments() throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers,
                "key.serializer", ByteArraySerializer.class,
                "value.serializer", ByteArraySerializer.class);
        List<String> names = before.keySet().stream()
                .filter(resource -> resource.type() == ConfigResource.Type.TOPIC)
                .map(ConfigResource::name)
                .toList();
        try (var kafka = new KafkaProducer<byte[], byte[]>(settings)) {
            for (TopicDescription topic :
                    admin.describeTopics(names).allTopicNames().get().values()) {
                topic.partitions().forEach(partition -> {
                    byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
                    kafka.send(new ProducerRecord<>(topic.name(), partition.partition(), key, null));
                });
            }
            kafka.flush();
        }
    }

    private Map<ConfigResource, Config> topics() throws ExecutionException, InterruptedException {
        List<ConfigResource> ours = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith("rapport."))
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var topics = new HashMap<>(admin.describeConfigs(ours).all().get());
        topics.values().removeIf(config -> !config.get("cleanup.policy").value().equals("compact"));
        return topics;
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), OpType.SET);
    }

    private static AlterConfigOp restored(ConfigEntry entry) {
        return entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG
                ? set(entry.name(), entry.value())
                : new AlterConfigOp(new ConfigEntry(entry.name(), null), OpType.DELETE);
    }

    /** Segments of topics of the platform that hold these bytes, those that are about to be deleted among them. */
    static List<String> holding(Platform platform, String text) throws IOException {
        return holding(platform.stack().config().data().resolve("kafka").resolve("data"), text);
    }

    List<String> holding(String text) throws IOException {
        return holding(data, text);
    }

    private static List<String> holding(Path data, String text) throws IOException {
        var found = new ArrayList<String>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean ours = file.getParent().getFileName().toString().startsWith("rapport.");
                if (ours && file.getFileName().toString().contains(".log") && holds(file, text)) {
                    found.add(data.relativize(file).toString());
                }
                return FileVisitResult.CONTINUE;
            }

            /** The broker deletes while we look. */
            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        try (admin) {
            admin.incrementalAlterConfigs(before).all().get();
        }
    }
}
