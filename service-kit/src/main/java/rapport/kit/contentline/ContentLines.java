package rapport.kit.contentline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes iCalendar (RFC 5545). Lines are folded after at most 75 octets and never within a character; values of the type TEXT
 * are escaped, so whatever they hold stays a value.
 */
public final class ContentLines {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final FoldedLines out = new FoldedLines(bytes);

    public ContentLines begin(String component) {
        return raw("BEGIN:" + component);
    }

    public ContentLines end(String component) {
        return raw("END:" + component);
    }

    /** A property whose value is one of ours: a number, a constant, an id. */
    public ContentLines value(String property, Object value) {
        return raw(property + ':' + plain(value.toString()));
    }

    /** A property of the type TEXT. Nothing is written for null and blank values. */
    public ContentLines text(String property, String value) {
        return value == null || value.isBlank() ? this : raw(property + ':' + escaped(value));
    }

    /** A property with several values of the type TEXT, such as CATEGORIES. Nothing is written when there are none. */
    public ContentLines texts(String property, List<String> values) {
        return values.isEmpty()
                ? this
                : raw(property
                        + ':'
                        + values.stream().map(ContentLines::escaped).collect(Collectors.joining(",")));
    }

    /** An instant in UTC, to the second. */
    public ContentLines utc(String property, Instant instant) {
        return raw(property + ':' + LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + 'Z');
    }

    /** What clocks in the zone show at that instant, with the zone's name; see {@link ZoneComponent}. */
    public ContentLines local(String property, Instant instant, ZoneId zone) {
        if (ZoneComponent.isUtc(zone)) {
            return utc(property, instant);
        }
        return raw(property + ";TZID=" + zone.getId() + ':' + LOCAL.format(LocalDateTime.ofInstant(instant, zone)));
    }

    /** A local time without any zone, as it stands in the rules of one. */
    ContentLines floating(String property, LocalDateTime local) {
        return raw(property + ':' + LOCAL.format(local));
    }

    @Override
    public String toString() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A line break in a text is {@code \n}; other control characters have no place in a calendar. */
    static String escaped(String text) {
        var safe = new StringBuilder();
        text.replace("\r\n", "\n")
                .replace('\u2028', '\n')
                .replace('\u2029', '\n')
                .codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '\\', ';', ',' -> safe.append('\\').appendCodePoint(c);
                        case '\n', '\r' -> safe.append("\\n");
                        case '\t' -> safe.append('\t');
                        default -> {
                            if (!Character.isISOControl(c)) {
                                safe.appendCodePoint(c);
                            }
                        }
                    }
                });
        return safe.toString();
    }

    private static String plain(String value) {
        return value.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ContentLines raw(String line) {
        try {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
