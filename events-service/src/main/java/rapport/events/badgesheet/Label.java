package rapport.events.badgesheet;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import rapport.events.badge.QrCode;

/** Draws a badge: the code on the right, or below on a label that is higher than wide, the words in the rest. */
final class Label {
    private static final float MARGIN = 0.06f;
    private static final float SMALLEST = 5;

    private final PDPageContentStream page;
    private final Fonts bold;
    private final Fonts plain;

    Label(PDPageContentStream page, Fonts bold, Fonts plain) {
        this.page = page;
        this.bold = bold;
        this.plain = plain;
    }

    void draw(Face face, PDRectangle label) throws IOException {
        float margin = Math.min(label.getWidth(), label.getHeight()) * MARGIN;
        float width = label.getWidth() - 2 * margin;
        float height = label.getHeight() - 2 * margin;
        boolean upright = label.getHeight() > label.getWidth();
        float side = upright ? Math.min(width * 0.62f, height * 0.45f) : Math.min(height * 0.66f, width * 0.4f);
        float left = label.getLowerLeftX() + margin;
        float bottom = label.getLowerLeftY() + margin;
        code(new QrCode(face.token()), left + (upright ? (width - side) / 2 : width - side), bottom, side);
        float wordsBottom = upright ? bottom + side : bottom;
        float wordsHeight = height - (upright ? side : 0);
        words(face, new PDRectangle(left, wordsBottom, width, wordsHeight), upright ? width : width - side);
    }

    /** The name may be as wide as the label above the code; what is beside the code is narrower. */
    private void words(Face face, PDRectangle box, float beside) throws IOException {
        float nameHeight = box.getHeight() * (beside < box.getWidth() ? 0.34f : 0.45f);
        float top = box.getUpperRightY();
        lines(fit(face.name(), bold, box.getWidth(), nameHeight, 28), box.getLowerLeftX(), top);
        float rest = box.getHeight() - nameHeight;
        top -= nameHeight;
        if (face.affiliation() != null) {
            lines(fit(face.affiliation(), plain, beside, rest * 0.5f, 12), box.getLowerLeftX(), top);
        }
        if (face.careerStage() != null) {
            lines(fit(face.careerStage(), plain, beside, rest * 0.2f, 9), box.getLowerLeftX(), top - rest * 0.5f);
        }
        lines(fit(face.event(), plain, beside, rest * 0.3f, 9), box.getLowerLeftX(), top - rest * 0.7f);
    }

    private static FittedText fit(String text, Fonts fonts, float width, float height, float largest)
            throws IOException {
        return FittedText.of(text, fonts, width, height, largest, SMALLEST);
    }

    private void lines(FittedText text, float left, float top) throws IOException {
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
    private void code(QrCode code, float left, float bottom, float side) throws IOException {
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
