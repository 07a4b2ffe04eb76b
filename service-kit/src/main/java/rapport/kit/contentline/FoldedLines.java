package rapport.kit.contentline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Folds lines of UTF-8 at 75 octets, as RFC 5545 (3.1) and RFC 6350 (3.2) want it, never inside of a character. */
public final class FoldedLines extends FilterOutputStream {
    private static final int MAX = 75;
    private static final int LONGEST_CHARACTER = 4;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private int octets;

    /** @param out gets lines that end with CRLF; those that come in are not folded yet */
    public FoldedLines(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        if (octet == '\r' || octet == '\n') {
            octets = 0;
            out.write(octet);
            return;
        }
        if (beginsCharacter(octet) && octets + length(octet) > MAX) {
            out.write(FOLD);
            octets = 1;
        }
        out.write(octet);
        octets++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(bytes[i] & 0xFF);
        }
    }

    private static boolean beginsCharacter(int octet) {
        return (octet & 0xC0) != 0x80;
    }

    private static int length(int octet) {
        if (octet < 0x80) {
            return 1;
        }
        return octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : LONGEST_CHARACTER;
    }
}
