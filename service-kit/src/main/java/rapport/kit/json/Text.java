package rapport.kit.json;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Which texts are accepted from outside. Letters of every script, emoji and joiners are; NUL and other control characters
 * (except tab and line breaks), lone surrogates, and the characters that change the direction of the text around them are
 * not. JSON strings are checked by the kit; other sources (CSV, XML, query strings) use this class.
 */
public final class Text {

    private Text() {}

    /** The text in Unicode normalisation form C: what is stored and compared. */
    public static String normalized(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** What is wrong with the text, as an English sentence without the text; empty when it is acceptable. */
    public static Optional<String> objection(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r' || c >= 0x7F && c <= 0x9F) {
                return Optional.of("Control characters are not accepted.");
            }
            if (isDirectionControl(c)) {
                return Optional.of("Characters that override the direction of text are not accepted.");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return Optional.of("Half a surrogate pair is not a character.");
                }
                i++;
            }
            if (c == 0xFFFE || c == 0xFFFF) {
                return Optional.of("Noncharacters are not accepted.");
            }
        }
        return Optional.empty();
    }

    /** Embeddings, overrides and isolates (UAX 9); the plain marks LRM, RLM and ALM only help and stay. */
    private static boolean isDirectionControl(char c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
