package rapport.contacts.addressbook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import rapport.kit.json.Text;

/** Text from files of others, in the form in which it would be accepted from a person. */
final class CleanText {
    /** Control characters except tab and line ends, and characters that turn the direction of what follows. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

    private static final Pattern HALF_PAIRS = Pattern.compile("\\p{Cs}");

    private CleanText() {}

    /** UTF-8 with or without byte order mark, else Windows-1252, which is what Latin-1 files really are. */
    static String decoded(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = Charset.forName("windows-1252").decode(ByteBuffer.wrap(file)).toString();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Null when nothing is left.
     *
     * @param limit in code points; what is longer is cut and remarked
     */
    static String of(String text, int limit, Set<String> remarks) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String visible = HALF_PAIRS.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll("");
        String clean = Text.normalized(visible.replace("\r\n", "\n")).strip();
        if (clean.codePointCount(0, clean.length()) > limit) {
            remarks.add("shortened");
            clean = clean.substring(0, clean.offsetByCodePoints(0, limit)).strip();
        }
        return clean.isEmpty() ? null : clean;
    }
}
