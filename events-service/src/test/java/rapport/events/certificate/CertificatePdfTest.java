package rapport.events.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class CertificatePdfTest {
    private static final UUID CODE = UUID.fromString("0b1f0c55-7a53-4a39-9a53-6a4e0b6f3c11");
    private static final URI ADDRESS = URI.create("https://rapport.example/verify/" + CODE);

    @Test
    void theAddressCanBeCopiedOutOfIt() throws Exception {
        URI address = URI.create("https://rapport.example/certificate-verifications/" + CODE);
        var drawn = new StringBuilder();
        // What stands behind each glyph; the text of the stripper itself is already mended.
        var glyphs = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                drawn.append(glyph.getUnicode());
            }
        };
        try (var document = Loader.loadPDF(CertificatePdf.of(certificate("Maya Okafor", 1), address))) {
            glyphs.getText(document);
        }

        assertThat(drawn).contains(address.toString());
    }

    @Test
    void itSaysWhoWasInWhichSessionAndForHowLong() throws Exception {
        byte[] pdf = CertificatePdf.of(certificate("Zoë Őri", 1), ADDRESS);

        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text)
                    .contains("Zoë Őri", "Congress of Acute Medicine", "Session 0", "52 minutes, 86 %")
                    .contains("1 October 2026, 09:00–10:00", "Together 52 minutes", "Issued on 2 October 2026")
                    .contains("at least 70 %", CODE.toString());
        }
    }

    @Test
    void itsCodeLeadsToItsVerification() throws Exception {
        try (var document = Loader.loadPDF(CertificatePdf.of(certificate("Maya Okafor", 1), ADDRESS))) {
            assertThat(decoded(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .isEqualTo(ADDRESS.toString());
        }
    }

    @Test
    void manySessionsTakeMorePages() throws Exception {
        try (var document = Loader.loadPDF(CertificatePdf.of(certificate("Maya Okafor", 60), ADDRESS))) {
            int last = document.getNumberOfPages();
            assertThat(last).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(document)).contains("Session 0", "Session 59");
            assertThat(decoded(new PDFRenderer(document).renderImageWithDPI(last - 1, 150)))
                    .isEqualTo(ADDRESS.toString());
        }
    }

    @Test
    void namesOfAllTheWorldArePrintable() throws Exception {
        for (String name : List.of("王小明", "أحمد بن محمد", "O'Brien-Núñez", "👩🏽‍⚕️", "X", "M".repeat(200))) {
            assertThat(CertificatePdf.of(certificate(name, 1), ADDRESS))
                    .as(name)
                    .isNotEmpty();
        }
    }

    private static Certificate certificate(String holder, int sessions) {
        List<AttendedSession> attended = IntStream.range(0, sessions)
                .mapToObj(i -> new AttendedSession(
                        new UUID(1, i),
                        "Session " + i,
                        LocalDateTime.parse("2026-10-01T09:00"),
                        LocalDateTime.parse("2026-10-01T10:00"),
                        52,
                        86,
                        false))
                .toList();
        return new Certificate(
                new UUID(0, 1),
                CODE,
                new UUID(0, 2),
                new UUID(0, 3),
                holder,
                NameShown.INITIALS,
                "Congress of Acute Medicine",
                "Europe/Berlin",
                Entitlement.rule(70),
                52 * sessions,
                attended,
                Certificate.Status.VALID,
                null,
                Instant.parse("2026-10-02T10:00:00Z"),
                null);
    }

    private static String decoded(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var luminance = new RGBLuminanceSource(width, image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(luminance)),
                        java.util.Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
