package rapport.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import rapport.kit.kafka.MessageHeaders;

/** Turns stored facts into records. Used by one thread; what is the same in all records is made once. */
final class OutboxRecords {
    private final Header specVersion = header(MessageHeaders.SPEC_VERSION, "1.0");
    private final Header contentType = header(MessageHeaders.CONTENT_TYPE, "application/json");
    private final Header source;
    private final Map<String, Header> types = new HashMap<>();

    OutboxRecords(String source) {
        this.source = header(MessageHeaders.SOURCE, source);
    }

    ProducerRecord<byte[], byte[]> record(OutboxRow row) {
        var headers = new RecordHeaders();
        headers.add(MessageHeaders.ID, row.id());
        headers.add(types.computeIfAbsent(row.type(), type -> header(MessageHeaders.TYPE, type)));
        headers.add(source);
        headers.add(header(MessageHeaders.TIME, time(row.createdMicros())));
        headers.add(specVersion);
        headers.add(contentType);
        headers.add(header(MessageHeaders.AGGREGATE_VERSION, Long.toString(row.version())));
        if (row.trace() != null) {
            headers.add(MessageHeaders.TRACEPARENT, row.trace());
        }
        return new ProducerRecord<>(row.topic(), null, row.createdMicros() / 1000, row.key(), row.body(), headers);
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
