package rapport.events.pdf;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.text.Normalizer;

/** Brings text into the order and the shapes in which it is read. */
public final class Script {
    private static final ArabicShaping SHAPES = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);

    private Script() {}

    /** Composed, without what has no picture. */
    static String clean(String text) {
        var clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && !isVariationSelector(c))
                .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** From left to right as the eye sees it, Arabic letters joined. */
    public static String visual(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        try {
            var bidi = new Bidi(SHAPES.shape(line), Bidi.LEVEL_DEFAULT_LTR);
            return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("shaping without a fixed length never runs out of space", e);
        }
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}
