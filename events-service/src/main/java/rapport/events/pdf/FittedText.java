package rapport.events.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Text at the largest size at which it fits into a box: first it wraps, then it shrinks, at last it is cut. */
public record FittedText(float size, List<List<Fonts.Run>> lines) {
    private static final float LEADING = 1.2f;
    private static final float STEP = 0.5f;

    /**
     * @param largest size in points
     * @param smallest below it nobody can read it
     */
    public static FittedText of(String text, Fonts fonts, float width, float height, float largest, float smallest)
            throws IOException {
        String clean = Script.clean(text);
        for (float size = largest; size > smallest; size -= STEP) {
            List<String> lines = wrapped(clean, fonts, width / size, false);
            if (lines != null && lines.size() * size * LEADING <= height) {
                return of(size, lines, fonts);
            }
        }
        List<String> lines = wrapped(clean, fonts, width / smallest, true);
        int fit = Math.max(1, (int) (height / (smallest * LEADING)));
        if (lines.size() > fit) {
            lines = new ArrayList<>(lines.subList(0, fit));
            lines.set(fit - 1, lines.getLast().substring(0, shorter(lines.getLast())) + "…");
        }
        return of(smallest, lines, fonts);
    }

    private static int shorter(String line) {
        return line.offsetByCodePoints(0, Math.max(1, line.codePointCount(0, line.length()) - 2));
    }

    private static FittedText of(float size, List<String> lines, Fonts fonts) throws IOException {
        var runs = new ArrayList<List<Fonts.Run>>();
        for (String line : lines) {
            runs.add(fonts.runs(Script.visual(line)));
        }
        return new FittedText(size, runs);
    }

    /** @return null when a word is wider than the box and may not be broken */
    private static List<String> wrapped(String text, Fonts fonts, float width, boolean breakWords) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (String word : text.split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fonts.width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (fonts.width(line) > width) {
                if (!breakWords) {
                    return null;
                }
                int fit = fitting(line, fonts, width);
                lines.add(line.substring(0, fit));
                line = line.substring(fit);
            }
        }
        lines.add(line);
        return lines;
    }

    private static int fitting(String word, Fonts fonts, float width) throws IOException {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length() && fonts.width(word.substring(0, word.offsetByCodePoints(end, 1))) <= width) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }

    public float height() {
        return lines.size() * lineHeight();
    }

    public float lineHeight() {
        return size * LEADING;
    }
}
