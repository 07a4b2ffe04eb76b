package rapport.events.badgesheet;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Looks at printed pages. */
final class Camera {
    /** A camera sees many frames of a code; these are some. */
    private static final float[] DOTS_PER_POINT = {4, 3, 2.5f, 5, 3.5f, 2, 6};

    private Camera() {}

    /** The text of every code on the sheet, label by label; "" where a label is empty. */
    static List<String> codes(byte[] pdf, SheetLayout layout) throws IOException {
        var codes = new ArrayList<String>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                for (String code : onPage(document, page, layout)) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    private static String[] onPage(PDDocument document, int page, SheetLayout layout) throws IOException {
        var codes = new String[layout.perPage()];
        Arrays.fill(codes, "");
        for (float dots : DOTS_PER_POINT) {
            BufferedImage image = null;
            for (int i = 0; i < codes.length; i++) {
                if (codes[i].isEmpty()) {
                    image = image == null ? new PDFRenderer(document).renderImage(page, dots, ImageType.RGB) : image;
                    codes[i] = code(label(image, layout, i, dots));
                }
            }
        }
        return codes;
    }

    private static BufferedImage label(BufferedImage page, SheetLayout layout, int index, float dots) {
        var label = layout.label(index);
        int x = Math.max(0, (int) (label.getLowerLeftX() * dots));
        int y = Math.max(0, (int) ((layout.page().getHeight() - label.getUpperRightY()) * dots));
        return page.getSubimage(
                x,
                y,
                Math.min(page.getWidth() - x, (int) (label.getWidth() * dots)),
                Math.min(page.getHeight() - y, (int) (label.getHeight() * dots)));
    }

    private static String code(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        String read = code(new HybridBinarizer(light));
        return read.isEmpty() ? code(new GlobalHistogramBinarizer(light)) : read;
    }

    private static String code(Binarizer binarizer) {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(binarizer), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException nothingInThisFrame) {
            return "";
        }
    }
}
