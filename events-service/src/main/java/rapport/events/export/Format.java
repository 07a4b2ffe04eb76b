package rapport.events.export;

/** What a list can be written as. */
public enum Format {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    VCF("text/vcard; charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** How a request and a file name call it. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /** Spreadsheets run cells as formulas; in what programs read, the text stays as it is. */
    boolean isGuarded() {
        return this == CSV || this == XLSX;
    }
}
