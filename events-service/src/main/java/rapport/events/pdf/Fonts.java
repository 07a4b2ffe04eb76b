package rapport.events.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document, the first of which has a glyph being taken. They come with the application: what is installed on the
 * machine does not matter. Large ones are only read when a name needs them, and only the glyphs in use are embedded.
 */
public final class Fonts {
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int MISSING = 0x25A1;

    /** A piece of text in one font. */
    public record Run(PDFont font, String text) {
        /** In points at one point of size. */
        public float width() throws IOException {
            return font.getStringWidth(text) / 1000;
        }
    }

    private record Loaded(PDFont font, CmapLookup glyphs) {
        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) > 0;
        }
    }

    private static final List<String> FALLBACKS = List.of("DroidSansFallback.ttf", "UnifontEX.ttf.gz");
    private static final int REMEMBERED = 5_000;

    private final PDDocument document;
    private final Loaded first;
    /** Shared by the fonts of a document; as many as were needed. */
    private final List<Loaded> fallbacks;

    private final Map<String, Float> widths = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Float> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Fonts(PDDocument document, String first, List<Loaded> fallbacks) throws IOException {
        this.document = document;
        this.first = load(document, DEJAVU + first);
        this.fallbacks = fallbacks;
    }

    public static Fonts plain(PDDocument document) throws IOException {
        return new Fonts(document, "DejaVuSans.ttf", new ArrayList<>());
    }

    /** The same in bold, where there are bold letters. */
    public Fonts bold() throws IOException {
        return new Fonts(document, "DejaVuSans-Bold.ttf", fallbacks);
    }

    /** Of a line as it is written, in points at one point of size. */
    float width(String line) throws IOException {
        Float known = widths.get(line);
        if (known == null) {
            float width = 0;
            for (Run run : runs(Script.visual(line))) {
                width += run.width();
            }
            known = width;
            widths.put(line, known);
        }
        return known;
    }

    /** The text, which is in the order of the eye, cut where the font changes. What no font has is shown as a box. */
    List<Run> runs(String visual) throws IOException {
        var runs = new ArrayList<Run>();
        var text = new StringBuilder();
        PDFont font = null;
        for (int codePoint : visual.codePoints().toArray()) {
            Loaded has = having(codePoint);
            int shown = has == null ? MISSING : codePoint;
            Loaded used = has == null ? having(MISSING) : has;
            if (font != null && font != used.font) {
                runs.add(new Run(font, text.toString()));
                text.setLength(0);
            }
            font = used.font;
            text.appendCodePoint(shown);
        }
        if (font != null) {
            runs.add(new Run(font, text.toString()));
        }
        return runs;
    }

    private Loaded having(int codePoint) throws IOException {
        if (first.has(codePoint)) {
            return first;
        }
        for (int i = 0; i < FALLBACKS.size(); i++) {
            if (i == fallbacks.size()) {
                fallbacks.add(load(document, FALLBACKS.get(i)));
            }
            if (fallbacks.get(i).has(codePoint)) {
                return fallbacks.get(i);
            }
        }
        return null;
    }

    private static Loaded load(PDDocument document, String file) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(in) : in;
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(plain));
            // One glyph for two letters is copied out of a document as one odd character: no address survives that.
            font.setEnableGsub(false);
            return new Loaded(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        }
    }
}
