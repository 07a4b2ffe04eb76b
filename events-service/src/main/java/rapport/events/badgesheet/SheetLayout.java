package rapport.events.badgesheet;

import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Page and label sizes. The grid stands in the middle of the page, labels touch each other, as on sheets of name badges. */
@Schema(
        description =
                "A4_8: eight of 86.5 × 55.5 mm on A4. A4_10: ten of 80 × 50 mm on A4. A6: one per page of 105 × 148 mm. LETTER_8:"
                        + " eight of 3⅜ × 2⅓ inches on US Letter. LETTER_6: six of 4 × 3 inches on US Letter.")
enum SheetLayout {
    A4_8(210, 297, 86.5f, 55.5f, 2, 4),
    A4_10(210, 297, 80, 50, 2, 5),
    A6(105, 148, 105, 148, 1, 1),
    LETTER_8(215.9f, 279.4f, 85.725f, 59.267f, 2, 4),
    LETTER_6(215.9f, 279.4f, 101.6f, 76.2f, 2, 3);

    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final PDRectangle page;
    private final float width;
    private final float height;
    private final int columns;
    private final int rows;

    SheetLayout(float pageWidth, float pageHeight, float width, float height, int columns, int rows) {
        this.page = new PDRectangle(pageWidth * POINTS_PER_MM, pageHeight * POINTS_PER_MM);
        this.width = width * POINTS_PER_MM;
        this.height = height * POINTS_PER_MM;
        this.columns = columns;
        this.rows = rows;
    }

    PDRectangle page() {
        return page;
    }

    int perPage() {
        return columns * rows;
    }

    /** Where a label is, in points from the lower left; row by row from the top. */
    PDRectangle label(int index) {
        float left = (page.getWidth() - columns * width) / 2 + index % columns * width;
        float top = page.getHeight() - (page.getHeight() - rows * height) / 2 - index / columns * height;
        return new PDRectangle(left, top - height, width, height);
    }
}
