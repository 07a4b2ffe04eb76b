package rapport.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import rapport.kit.kafka.KafkaClients;

/** Creates the declared topics that do not exist, before the first record could have the broker create them its own way. */
@ApplicationScoped
class TopicCreation {
    private final KafkaClients clients;
    private final Topics topics;
    private final TopicsConfig config;

    TopicCreation(KafkaClients clients, Topics topics, TopicsConfig config) {
        this.clients = clients;
        this.topics = topics;
        this.config = config;
    }

    void createMissing() {
        if (topics.all().isEmpty()) {
            return;
        }
        try (Admin admin = clients.admin()) {
            Set<String> existing = new HashSet<>(admin.listTopics().names().get(20, TimeUnit.SECONDS));
            var missing = topics.all().stream()
                    .filter(spec -> !existing.contains(spec.name()))
                    .map(this::topic)
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                ignoreExisting(created);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("topics could not be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static void ignoreExisting(Future<Void> created)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            created.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic topic(TopicSpec spec) {
        Optional<Short> replication = config.replication() < 0 ? Optional.empty() : Optional.of(config.replication());
        return new NewTopic(spec.name(), Optional.of(spec.partitions()), replication)
                .configs(
                        spec.compacted()
                                ? Map.of(
                                        "cleanup.policy", "compact",
                                        "max.compaction.lag.ms", millis(config.maxCompactionLag()),
                                        "delete.retention.ms", millis(config.maxCompactionLag()),
                                        "segment.ms", millis(config.maxCompactionLag()))
                                : Map.of("cleanup.policy", "delete", "retention.ms", millis(config.factRetention())));
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
