package rapport.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.time.WallTime;

/**
 * Readers of the scalar types of requests. They take exactly one JSON form: Jackson's own ones also read instants from
 * numbers, dates from arrays, and ids from base 64.
 */
final class StrictModule extends SimpleModule {
    StrictModule() {
        super("rapport-strict");
        addDeserializer(String.class, new TextReader<>(String.class, "text", Text::normalized));
        addDeserializer(Double.class, new NumberReader());
        addDeserializer(double.class, new NumberReader());
        add(UUID.class, "a UUID", StrictModule::uuid);
        add(Instant.class, "an instant with offset such as 2026-11-20T09:00:00Z", StrictModule::instant);
        add(LocalDateTime.class, "a local date and time such as 2026-11-20T09:00:00", StrictModule::localDateTime);
        add(LocalDate.class, "a date such as 2026-11-20", StrictModule::localDate);
        add(LocalTime.class, "a time of day such as 09:00", LocalTime::parse);
        add(Duration.class, "a duration such as PT30M", Duration::parse);
        add(ZoneId.class, "a time zone of the IANA database", text -> WallTime.zone(text, ""));
    }

    private <T> void add(Class<T> type, String form, Conversion<T> conversion) {
        addDeserializer(type, new TextReader<>(type, form, conversion));
    }

    private static UUID uuid(String text) {
        if (!Ids.isUuid(text)) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    private static Instant instant(String text) {
        OffsetDateTime parsed = OffsetDateTime.parse(text);
        fourDigits(parsed.getYear());
        return parsed.toInstant();
    }

    private static LocalDateTime localDateTime(String text) {
        LocalDateTime parsed = LocalDateTime.parse(text);
        fourDigits(parsed.getYear());
        return parsed;
    }

    private static LocalDate localDate(String text) {
        LocalDate parsed = LocalDate.parse(text);
        fourDigits(parsed.getYear());
        return parsed;
    }

    /** Years of RFC 3339. The database would refuse what Java calls the year 300 000. */
    private static void fourDigits(int year) {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year out of range");
        }
    }

    /** Jackson reads "NaN" and "Infinity" from strings even when it was told to read no numbers from strings. */
    private static final class NumberReader extends StdScalarDeserializer<Double> {
        NumberReader() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
                throw new Refused(parser, Double.class, "wrong-type", "Must be a number.");
            }
            double value = parser.getDoubleValue();
            if (Double.isInfinite(value)) {
                throw new Refused(parser, Double.class, "wrong-type", "Must be a number in range.");
            }
            return value;
        }
    }

    private interface Conversion<T> {
        T of(String text);
    }

    private static final class TextReader<T> extends StdScalarDeserializer<T> {
        private final String form;
        private final transient Conversion<T> conversion;

        TextReader(Class<T> type, String form, Conversion<T> conversion) {
            super(type);
            this.form = form;
            this.conversion = conversion;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new Refused(parser, handledType(), "wrong-type", "Must be " + form + ", written as a string.");
            }
            String text = parser.getText();
            var objection = Text.objection(text);
            if (objection.isPresent()) {
                throw new Refused(parser, handledType(), "invalid-text", objection.get());
            }
            try {
                return conversion.of(text);
            } catch (RuntimeException e) {
                throw new Refused(parser, handledType(), "malformed", "Must be " + form + ".");
            }
        }
    }
}
