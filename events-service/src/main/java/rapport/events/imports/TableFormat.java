package rapport.events.imports;

import java.util.Locale;

/** How the rows of a table are written in a file. */
public enum TableFormat {
    CSV,
    JSON,
    NDJSON;

    public static final String CSV_TYPE = "text/csv";
    public static final String JSON_TYPE = "application/json";
    public static final String NDJSON_TYPE = "application/x-ndjson";

    /** The format with this media type, whose parameters do not matter; CSV when it is none of the others. */
    public static TableFormat of(String mediaType) {
        String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        if (type.startsWith(NDJSON_TYPE)) {
            return NDJSON;
        }
        return type.startsWith(JSON_TYPE) ? JSON : CSV;
    }
}
