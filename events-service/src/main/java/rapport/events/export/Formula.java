package rapport.events.export;

/**
 * Cells that a spreadsheet would run as a formula get an apostrophe in front. Cells that begin with apostrophes before such a
 * character get one more, so that taking one away always gives the original.
 */
final class Formula {
    static final byte GUARD = '\'';

    private static final String TRIGGERS = "=+-@\t\r\n";

    private Formula() {}

    static boolean isDangerous(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == GUARD) {
            first++;
        }
        return first < text.length() && isTrigger(text.charAt(first));
    }

    /** All triggers are ASCII, so a byte of UTF-8 is one only where the character is. */
    static boolean isDangerous(byte[] text, int from, int to) {
        int first = from;
        while (first < to && text[first] == GUARD) {
            first++;
        }
        return first < to && isTrigger((char) text[first]);
    }

    private static boolean isTrigger(char character) {
        return TRIGGERS.indexOf(character) >= 0;
    }
}
