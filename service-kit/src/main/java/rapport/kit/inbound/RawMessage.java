package rapport.kit.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import rapport.kit.json.Json;

/** A record before anything in it is believed. */
record RawMessage(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte[] key,
        Map<String, byte[]> headers,
        byte[] body) {

    static RawMessage of(ConsumerRecord<byte[], byte[]> received) {
        var headers = new LinkedHashMap<String, byte[]>();
        received.headers().forEach(header -> headers.put(header.key(), header.value()));
        return new RawMessage(
                received.topic(),
                received.partition(),
                received.offset(),
                received.timestamp(),
                received.key(),
                headers,
                received.value());
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** Null when there is none. Broken UTF-8 gives replacement characters. */
    String header(String name) {
        byte[] value = headers.get(name);
        return value == null ? null : new String(value, UTF_8);
    }

    /** The headers as bytes from which {@link #headers(byte[])} makes the same headers again, whatever they hold. */
    byte[] storedHeaders() {
        var texts = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> texts.put(name, value == null ? null : new String(value, ISO_8859_1)));
        try {
            return Json.lenient().writeValueAsBytes(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, byte[]> headers(byte[] stored) {
        try {
            var texts = Json.lenient().readValue(stored, new TypeReference<LinkedHashMap<String, String>>() {});
            var headers = new LinkedHashMap<String, byte[]>();
            texts.forEach((name, value) -> headers.put(name, value == null ? null : value.getBytes(ISO_8859_1)));
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
