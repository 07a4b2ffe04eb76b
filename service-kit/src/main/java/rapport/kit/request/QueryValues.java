package rapport.kit.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.kit.id.Ids;
import rapport.kit.json.Text;
import rapport.kit.problem.Fault;

/** Checks single values of query parameters: the container would answer an unreadable one with 404. */
final class QueryValues {
    private QueryValues() {}

    static Optional<Fault> fault(String name, Class<?> type, String value) {
        Optional<String> objection = objection(value);
        if (objection.isPresent()) {
            return Optional.of(Fault.query(name, "invalid-text", objection.get()));
        }
        String expected = expected(type, value);
        return expected == null
                ? Optional.empty()
                : Optional.of(Fault.query(name, "malformed", "Must be " + expected + "."));
    }

    /** As {@link Text#objection}; what was not UTF-8 in the address arrives as the replacement character. */
    static Optional<String> objection(String value) {
        return value.indexOf('\uFFFD') >= 0 ? Optional.of("The value is not valid UTF-8.") : Text.objection(value);
    }

    /** What the value should have been; null when it is fine. */
    private static String expected(Class<?> type, String value) {
        if (type.isEnum()) {
            boolean known = Arrays.stream(type.getEnumConstants())
                    .anyMatch(constant -> ((Enum<?>) constant).name().equals(value));
            return known
                    ? null
                    : Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return value.equals("true") || value.equals("false") ? null : "true or false";
        }
        if (type == int.class || type == Integer.class) {
            return reads(() -> Integer.parseInt(value), "a whole number");
        }
        if (type == long.class || type == Long.class) {
            return reads(() -> Long.parseLong(value), "a whole number");
        }
        if (type == UUID.class) {
            return Ids.isUuid(value) ? null : "a UUID";
        }
        if (type == Instant.class) {
            return reads(() -> OffsetDateTime.parse(value), "an instant with offset such as 2026-11-20T09:00:00Z");
        }
        return type == LocalDate.class ? reads(() -> LocalDate.parse(value), "a date such as 2026-11-20") : null;
    }

    private static String reads(Runnable parse, String expected) {
        try {
            parse.run();
            return null;
        } catch (RuntimeException e) {
            return expected;
        }
    }
}
