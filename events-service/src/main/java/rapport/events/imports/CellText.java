package rapport.events.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rapport.kit.json.Text;

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
        String normal = Text.normalized(visible).strip();
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

    /** Several values in one cell: separated by bars, or by semicolons when there is no bar. A backslash keeps the next character. */
    static List<String> split(String cell) {
        char separator = cell.replace("\\|", "").indexOf('|') >= 0 ? '|' : ';';
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i <= cell.length(); i++) {
            char c = i == cell.length() ? separator : cell.charAt(i);
            boolean escaped = c == '\\' && i + 1 < cell.length() && "\\|;".indexOf(cell.charAt(i + 1)) >= 0;
            if (escaped) {
                value.append(cell.charAt(++i));
            } else if (c != separator) {
                value.append(c);
            } else {
                if (!value.toString().isBlank()) {
                    values.add(value.toString().strip());
                }
                value.setLength(0);
            }
        }
        return values;
    }
}
