package rapport.events.export;

/**
 * How the rows are written.
 *
 * @param bom a byte order mark at the beginning, for spreadsheets that take UTF-8 for something else without it; CSV only
 */
public record Shape(Format format, Delimiter delimiter, boolean bom) {

    /** What separates the cells of CSV. */
    public enum Delimiter {
        COMMA(',', ","),
        SEMICOLON(';', ";"),
        TAB('\t', "\\t");

        private final char character;
        private final String sql;

        Delimiter(char character, String sql) {
            this.character = character;
            this.sql = sql;
        }

        byte character() {
            return (byte) character;
        }

        String sql() {
            return sql;
        }
    }

    /** How lists are told apart from text in this shape. */
    public Lists lists() {
        return format == Format.JSON || format == Format.NDJSON ? Lists.JSON : Lists.BARS;
    }
}
