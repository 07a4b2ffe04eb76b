package rapport.kit.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes the outbox, page by page: send all, wait for all acknowledgements, move the cursor. Any failure leaves the cursor where
 * it was, so a page may be published again and nothing is ever skipped. Used by one thread at a time.
 */
final class OutboxRelay {
    private final OutboxLease lease;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final OutboxRecords records;
    private final RelayConfig config;
    private final RelayMetrics metrics;

    private Producer<byte[], byte[]> producer;
    private OutboxCursor cursor;
    private long unpurged;

    OutboxRelay(
            OutboxLease lease,
            Supplier<Producer<byte[], byte[]>> producers,
            OutboxRecords records,
            RelayConfig config,
            RelayMetrics metrics) {
        this.lease = lease;
        this.producers = producers;
        this.records = records;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Publishes at most one page and tells how many rows that was; 0 as well while another relay is active.
     *
     * @throws RelayStopped when it failed; the next call begins anew where the cursor is
     */
    int runOnce() {
        try {
            if (!lease.held() && !lease.acquire()) {
                metrics.active(false);
                return 0;
            }
            metrics.active(true);
            return publishPage();
        } catch (SQLException | KafkaException | ExecutionException e) {
            metrics.failed();
            giveUp();
            throw new RelayStopped(e);
        } catch (InterruptedException e) {
            giveUp();
            Thread.currentThread().interrupt();
            throw new RelayStopped(e);
        }
    }

    /** Hands the right to publish to another relay, without waiting for the broker. */
    void giveUp() {
        if (producer != null) {
            // Whatever is still unsent must not come after what another relay sends.
            producer.close(Duration.ZERO);
            producer = null;
        }
        cursor = null;
        lease.release();
        metrics.active(false);
    }

    private int publishPage() throws SQLException, ExecutionException, InterruptedException {
        if (producer == null) {
            producer = producers.get();
        }
        if (cursor == null) {
            cursor = OutboxStore.cursor(lease.connection());
            unpurged = config.keep();
        }
        if (cursor.target() == null) {
            cursor = OutboxStore.look(lease.connection(), cursor);
        }
        if (cursor.target() == null) {
            purge();
            return 0;
        }
        List<OutboxRow> page = OutboxStore.page(lease.connection(), cursor, config.page());
        publish(page);
        OutboxCursor moved = page.size() < config.page()
                ? cursor.arrived()
                : cursor.at(page.getLast().seq());
        OutboxStore.move(lease.connection(), moved);
        cursor = moved;
        unpurged += page.size();
        metrics.published(page.size());
        if (unpurged > config.keep()) {
            purge();
        }
        return page.size();
    }

    private void publish(List<OutboxRow> page) throws SQLException, ExecutionException, InterruptedException {
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(page.size());
        for (OutboxRow row : page) {
            acknowledgements.add(producer.send(records.record(row)));
        }
        Producer<byte[], byte[]> sending = producer;
        // Flushing blocks for as long as the broker hangs, while this thread has to watch that the right to publish is
        // not lost.
        Thread.ofVirtual().name("outbox-flush").start(() -> flush(sending));
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            await(acknowledgement);
        }
    }

    private static void flush(Producer<byte[], byte[]> producer) {
        try {
            producer.flush();
        } catch (KafkaException | IllegalStateException e) {
            // The producer was closed meanwhile; the acknowledgements tell what became of the page.
        }
    }

    private void await(Future<RecordMetadata> acknowledgement)
            throws SQLException, ExecutionException, InterruptedException {
        while (true) {
            try {
                acknowledgement.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                lease.require();
            }
        }
    }

    private void purge() throws SQLException {
        if (unpurged > 0) {
            int deleted = OutboxStore.purge(lease.connection(), cursor, config.purge());
            unpurged = deleted < config.purge() ? 0 : Math.max(1, unpurged - deleted);
        }
    }

    /** The relay could not go on; why is its cause. */
    static final class RelayStopped extends RuntimeException {
        RelayStopped(Exception cause) {
            super(cause);
        }
    }
}
