package rapport.events.badgesheet;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
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
    /** A camera sees many frames of a code, from near and far and hardly ever straight; these are some. */
    private static final List<Frame> FRAMES = List.of(
            new Frame(4, 0),
            new Frame(3, 4),
            new Frame(3, -9),
            new Frame(2.5f, 0),
            new Frame(4, 17),
            new Frame(5, -27),
            new Frame(2, 45));

    private record Frame(float dotsPerPoint, double degrees) {}

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
        for (Frame frame : FRAMES) {
            float dots = frame.dotsPerPoint();
            BufferedImage image = null;
            for (int i = 0; i < codes.length; i++) {
                if (codes[i].isEmpty()) {
                    image = image == null ? new PDFRenderer(document).renderImage(page, dots, ImageType.RGB) : image;
                    codes[i] = code(turned(label(image, layout, i, dots), frame.degrees()));
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

    private static BufferedImage turned(BufferedImage straight, double degrees) {
        if (degrees == 0) {
            return straight;
        }
        int side = (int) Math.ceil(Math.hypot(straight.getWidth(), straight.getHeight()));
        var turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        pen.drawImage(straight, (side - straight.getWidth()) / 2, (side - straight.getHeight()) / 2, null);
        pen.dispose();
        return turned;
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
