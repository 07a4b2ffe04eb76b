package rapport.events.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import rapport.events.badge.QrCode;

/** Draws words and codes on a page. Lengths are in points, from the lower left corner. */
public record Drawing(PDPageContentStream page) {

    /** The first line hangs from {@code top}. */
    public void lines(FittedText text, float left, float top) throws IOException {
        float baseline = top - text.size();
        for (List<Fonts.Run> line : text.lines()) {
            page.beginText();
            page.newLineAtOffset(left, baseline);
            for (Fonts.Run run : line) {
                page.setFont(run.font(), text.size());
                page.showText(run.text());
            }
            page.endText();
            baseline -= text.lineHeight();
        }
    }

    /** Neighbours in a row are one rectangle: many small ones leave hair lines between them on some printers. */
    public void code(QrCode code, float left, float bottom, float side) throws IOException {
        float module = side / code.size();
        for (int y = 0; y < code.size(); y++) {
            int x = 0;
            while (x < code.size()) {
                int end = x;
                while (end < code.size() && code.black(end, y)) {
                    end++;
                }
                if (end > x) {
                    page.addRect(
                            left + x * module, bottom + (code.size() - 1 - y) * module, (end - x) * module, module);
                }
                x = end + 1;
            }
        }
        page.fill();
    }
}
