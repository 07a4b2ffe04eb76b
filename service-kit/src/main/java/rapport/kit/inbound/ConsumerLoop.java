package rapport.kit.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import rapport.kit.kafka.BackOff;

/**
 * Polls, applies, then commits the offsets. When a batch has to wait, its partitions are paused and polling goes on, so that the group
 * does not take this consumer for dead. Used by one thread.
 */
final class ConsumerLoop implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final BatchApplier applier;
    private final InboundMetrics metrics;
    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private final List<RawMessage> pending = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> applied = new HashMap<>();
    private final Set<String> readAnew;
    private Duration wait = POLL;

    /** @param readAnew topics that are read from their beginning, whatever offsets are committed */
    ConsumerLoop(
            Consumer<byte[], byte[]> consumer, BatchApplier applier, InboundMetrics metrics, Set<String> readAnew) {
        this.consumer = consumer;
        this.applier = applier;
        this.metrics = metrics;
        this.readAnew = Set.copyOf(readAnew);
    }

    void subscribe(Set<String> topics) {
        consumer.subscribe(topics, this);
    }

    /** Polls once and tells how many messages were dealt with; 0 as well when they have to wait. */
    int runOnce() {
        consumer.poll(wait).forEach(received -> pending.add(RawMessage.of(received)));
        if (pending.isEmpty()) {
            goOn();
            return 0;
        }
        try {
            applier.apply(pending);
        } catch (TryLater e) {
            postpone(e.getCause());
            return 0;
        }
        int messages = pending.size();
        pending.forEach(message -> applied.put(message.topicPartition(), new OffsetAndMetadata(message.offset() + 1)));
        pending.clear();
        consumer.commitAsync(Map.copyOf(applied), (offsets, failure) -> {
            if (failure != null) {
                LOG.debugf("offsets not committed, the next commit holds them too: %s", failure.toString());
            }
        });
        goOn();
        return messages;
    }

    /** Makes a poll under way end with a WakeupException; may be called by another thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    private void postpone(Throwable cause) {
        wait = backOff.failed();
        metrics.postponed();
        consumer.pause(consumer.assignment());
        LOG.warnf(
                "messages not applied, tried again in %s: messages=%d cause=%s",
                wait, pending.size(), Reason.of(cause));
        LOG.debug("messages not applied", cause);
    }

    private void goOn() {
        backOff.succeeded();
        wait = POLL;
        var paused = new HashSet<>(consumer.paused());
        paused.retainAll(consumer.assignment());
        consumer.resume(paused);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        List<TopicPartition> anew = partitions.stream()
                .filter(partition -> readAnew.contains(partition.topic()))
                .toList();
        // Without partitions the client takes all that it has.
        if (!anew.isEmpty()) {
            consumer.seekToBeginning(anew);
        }
        if (!pending.isEmpty()) {
            consumer.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit();
        onPartitionsLost(partitions);
    }

    /** The next owner begins at the committed offsets and gets the pending messages as well. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        pending.removeIf(message -> partitions.contains(message.topicPartition()));
        applied.keySet().removeAll(partitions);
    }

    @Override
    public void close() {
        commit();
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(3)));
    }

    private void commit() {
        if (applied.isEmpty()) {
            return;
        }
        try {
            try {
                consumer.commitSync(Map.copyOf(applied), Duration.ofSeconds(3));
            } catch (WakeupException e) {
                consumer.commitSync(Map.copyOf(applied), Duration.ofSeconds(3));
            }
        } catch (KafkaException e) {
            LOG.debugf("offsets not committed, some messages will come again: %s", e.toString());
        }
    }
}
