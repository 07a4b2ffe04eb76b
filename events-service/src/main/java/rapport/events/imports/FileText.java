package rapport.events.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a text file that does not say how they are encoded: a byte order mark decides; else UTF-16 when every
 * other byte is zero, UTF-8 when the file is valid UTF-8, and Windows-1252, which holds Latin-1, when it is not.
 */
final class FileText {
    private static final int SAMPLE = 200;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private FileText() {}

    static Reader open(byte[] file) {
        Charset charset = charset(file);
        int mark = mark(file, charset);
        return new InputStreamReader(new ByteArrayInputStream(file, mark, file.length - mark), charset);
    }

    static Charset charset(byte[] file) {
        if (begins(file, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(file, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int even = zeros(file, 0);
        int odd = zeros(file, 1);
        int pairs = Math.min(file.length, SAMPLE) / 2;
        if (odd > pairs / 2 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > pairs / 2 && odd == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static int mark(byte[] file, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return begins(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        }
        boolean marked = begins(file, 0xFF, 0xFE) || begins(file, 0xFE, 0xFF);
        return marked && !charset.equals(WINDOWS) ? 2 : 0;
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] file, int from) {
        int count = 0;
        for (int i = from; i < Math.min(file.length, SAMPLE); i += 2) {
            count += file[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /** In pieces: the characters of the whole file are never in memory at once. */
    private static boolean isUtf8(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer piece = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            piece.clear();
            result = decoder.decode(bytes, piece, true);
        } while (result.isOverflow());
        return !result.isError();
    }
}
