package rapport.events.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String TOKEN = "RB1-5XWQ9W7V8N0Z3K2M6T4R1YH8GCBD7E2K9P";

    @Test
    void theCodeOnThePngSaysTheToken() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(new QrCode(TOKEN).png()));
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);

        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));

        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(TOKEN);
    }

    @Test
    void theSvgHoldsNothingButModules() {
        assertThat(new QrCode(TOKEN).svg()).startsWith("<svg xmlns=").doesNotContain("RB1", "script");
    }
}
