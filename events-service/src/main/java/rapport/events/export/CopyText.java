package rapport.events.export;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads the rows of COPY's text format: cells between tabs, {@code \N} for null, other special characters after a backslash. */
final class CopyText {
    private CopyText() {}

    /** @param row with or without its line end */
    static String[] cells(byte[] row, int number) {
        int end = row.length > 0 && row[row.length - 1] == '\n' ? row.length - 1 : row.length;
        var cells = new String[number];
        int from = 0;
        for (int cell = 0; cell < number; cell++) {
            int to = from;
            boolean plain = true;
            while (to < end && row[to] != '\t') {
                plain &= row[to] != '\\';
                to++;
            }
            cells[cell] = plain ? new String(row, from, to - from, UTF_8) : unescaped(row, from, to);
            from = to + 1;
        }
        return cells;
    }

    private static String unescaped(byte[] row, int from, int to) {
        if (to - from == 2 && row[from] == '\\' && row[from + 1] == 'N') {
            return null;
        }
        var text = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            text[length++] = row[at] == '\\' ? meant(row[++at]) : row[at];
        }
        return new String(text, 0, length, UTF_8);
    }

    private static byte meant(byte escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> escaped;
        };
    }
}
