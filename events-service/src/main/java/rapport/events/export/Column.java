package rapport.events.export;

/**
 * One column of an export.
 *
 * @param key lower_snake ASCII, stable, never localized
 * @param sql what the database computes for it, as text; a {@link Kind#LIST} is written by {@link Lists}
 */
public record Column(String key, Kind kind, String sql) {

    /** What a column holds. */
    public enum Kind {
        /** Words of people: quoted in CSV, guarded where a spreadsheet would run them. */
        TEXT,
        /** Values of ours: ids, codes, zones. */
        CODE,
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Several words of people. */
        LIST,
        /** {@code yyyy-MM-ddTHH:mm:ss} without zone. */
        LOCAL_TIME,
        /** {@code yyyy-MM-ddTHH:mm:ssZ}. */
        INSTANT;

        boolean isWords() {
            return this == TEXT || this == LIST;
        }
    }

    public static Column text(String key, String sql) {
        return new Column(key, Kind.TEXT, sql);
    }

    public static Column code(String key, String sql) {
        return new Column(key, Kind.CODE, sql);
    }

    public static Column number(String key, String sql) {
        return new Column(key, Kind.NUMBER, sql);
    }

    public static Column flag(String key, String sql) {
        return new Column(key, Kind.FLAG, "case when " + sql + " then 'true' else 'false' end");
    }

    public static Column list(String key, String sql) {
        return new Column(key, Kind.LIST, sql);
    }

    /** @param zone a zone of the IANA database */
    public static Column localTime(String key, String instant, String zone) {
        return new Column(
                key,
                Kind.LOCAL_TIME,
                "to_char(%s at time zone %s, 'YYYY-MM-DD\"T\"HH24:MI:SS')".formatted(instant, Literal.of(zone)));
    }

    public static Column instant(String key, String instant) {
        return new Column(
                key,
                Kind.INSTANT,
                "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')".formatted(instant));
    }
}
