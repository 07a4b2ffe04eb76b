package rapport.contacts.addressbook;

/** Folds content lines at 75 octets (RFC 6350, 3.2), between characters. */
final class LineFolding {
    private static final int OCTETS = 75;

    private LineFolding() {}

    /** @param text lines that end with CRLF and are not folded yet */
    static String fold(String text) {
        var folded = new StringBuilder(text.length() + text.length() / 50);
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' || c == '\n') {
                octets = 0;
            } else {
                int length = octets(c);
                if (octets + length > OCTETS) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += length;
            }
            folded.appendCodePoint(c);
        }
        return folded.toString();
    }

    private static int octets(int c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return c < 0x10000 ? 3 : 4;
    }
}
