package rapport.events.imports;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text from files of others: normalised, without characters that nobody sees, and null when nothing is left. */
public final class CellText {
    /** Control characters except tab and line ends, and characters that turn the direction of what follows. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final String FORMULA = "=+-@\t\r\n";

    private CellText() {}

    public static String clean(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String visible = UNSEEN.matcher(text).replaceAll("");
        String normal = Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
        return normal.isEmpty() ? null : normal;
    }

    /** Takes back the apostrophe that our exports put before what a spreadsheet would run as a formula. */
    public static String unguarded(String cell) {
        if (!cell.startsWith("'")) {
            return cell;
        }
        int first = 0;
        while (first < cell.length() && cell.charAt(first) == '\'') {
            first++;
        }
        boolean guarded = first < cell.length() && FORMULA.indexOf(cell.charAt(first)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
