package rapport.events.badgesheet;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import rapport.events.badge.QrCode;
import rapport.events.pdf.Drawing;
import rapport.events.pdf.FittedText;
import rapport.events.pdf.Fonts;

/** Draws a badge: the code on the right, or below on a label that is higher than wide, the words in the rest. */
final class Label {
    private static final float MARGIN = 0.06f;
    private static final float SMALLEST = 5;

    private final Drawing drawing;
    private final Fonts bold;
    private final Fonts plain;

    Label(PDPageContentStream page, Fonts bold, Fonts plain) {
        this.drawing = new Drawing(page);
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
        drawing.code(new QrCode(face.token()), left + (upright ? (width - side) / 2 : width - side), bottom, side);
        float wordsBottom = upright ? bottom + side : bottom;
        float wordsHeight = height - (upright ? side : 0);
        words(face, new PDRectangle(left, wordsBottom, width, wordsHeight), upright ? width : width - side);
    }

    /** The name may be as wide as the label above the code; what is beside the code is narrower. */
    private void words(Face face, PDRectangle box, float beside) throws IOException {
        float nameHeight = box.getHeight() * (beside < box.getWidth() ? 0.34f : 0.45f);
        float top = box.getUpperRightY();
        drawing.lines(fit(face.name(), bold, box.getWidth(), nameHeight, 28), box.getLowerLeftX(), top);
        float rest = box.getHeight() - nameHeight;
        top -= nameHeight;
        if (face.affiliation() != null) {
            drawing.lines(fit(face.affiliation(), plain, beside, rest * 0.5f, 12), box.getLowerLeftX(), top);
        }
        if (face.careerStage() != null) {
            drawing.lines(
                    fit(face.careerStage(), plain, beside, rest * 0.2f, 9), box.getLowerLeftX(), top - rest * 0.5f);
        }
        drawing.lines(fit(face.event(), plain, beside, rest * 0.3f, 9), box.getLowerLeftX(), top - rest * 0.7f);
    }

    private static FittedText fit(String text, Fonts fonts, float width, float height, float largest)
            throws IOException {
        return FittedText.of(text, fonts, width, height, largest, SMALLEST);
    }
}
