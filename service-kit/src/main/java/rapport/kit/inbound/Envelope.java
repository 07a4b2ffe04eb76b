package rapport.kit.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import rapport.kit.kafka.MessageHeaders;

/** Checks key and headers of a message, so that handlers get values of the right kind. */
final class Envelope {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

    private Envelope() {}

    /** The type, which decides whether anything else of the message matters. */
    static String type(RawMessage raw) {
        if (!"1.0".equals(raw.header(MessageHeaders.SPEC_VERSION))) {
            throw new Unreadable("header ce_specversion is not 1.0");
        }
        return required(raw, MessageHeaders.TYPE);
    }

    static Inbound open(RawMessage raw) {
        String type = type(raw);
        required(raw, MessageHeaders.SOURCE);
        String contentType = raw.header(MessageHeaders.CONTENT_TYPE);
        if (contentType != null && !contentType.startsWith("application/json")) {
            throw new Unreadable("header content-type is not application/json");
        }
        return new Inbound(
                raw.topic(),
                key(raw),
                uuid(required(raw, MessageHeaders.ID), "header ce_id"),
                type,
                version(required(raw, MessageHeaders.AGGREGATE_VERSION)),
                time(required(raw, MessageHeaders.TIME)),
                raw.body(),
                raw.partition(),
                raw.offset(),
                raw.header(MessageHeaders.TRACEPARENT));
    }

    private static String key(RawMessage raw) {
        if (raw.key() == null) {
            throw new Unreadable("key is missing");
        }
        return uuid(new String(raw.key(), UTF_8), "key").toString();
    }

    private static String required(RawMessage raw, String header) {
        String value = raw.header(header);
        if (value == null || value.isBlank()) {
            throw new Unreadable("header " + header + " is missing");
        }
        return value;
    }

    private static UUID uuid(String text, String what) {
        try {
            UUID uuid = UUID.fromString(text);
            if (text.length() == 36) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: the text is not repeated, since it may be anything.
        }
        throw new Unreadable(what + " is not a UUID");
    }

    private static long version(String text) {
        try {
            long version = Long.parseLong(text);
            if (version > 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same refusal.
        }
        throw new Unreadable("header aggregateversion is not a positive number");
    }

    private static Instant time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Falls through to the same refusal.
        }
        throw new Unreadable("header ce_time is not a time between 2000 and 2100");
    }
}
