package rapport.events.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import rapport.events.badge.QrCode;
import rapport.events.pdf.Drawing;
import rapport.events.pdf.FittedText;
import rapport.events.pdf.Fonts;

/** A certificate on paper: A4, as many pages as its sessions need, the code for verifying it on the last one. */
final class CertificatePdf {
    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float MARGIN = 56;
    private static final float WIDTH = PAPER.getWidth() - 2 * MARGIN;
    private static final float CODE = 90;
    private static final float LINE = 30;
    private static final float SMALLEST = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final PDDocument document;
    private final Fonts bold;
    private final Fonts plain;
    private PDPageContentStream page;
    private float top;

    private CertificatePdf(PDDocument document) throws IOException {
        this.document = document;
        this.plain = Fonts.plain(document);
        this.bold = plain.bold();
    }

    /** @param verification where the code leads */
    static byte[] of(Certificate certificate, URI verification) throws IOException {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle("Certificate of attendance");
            document.getDocumentCatalog().setLanguage("en");
            new CertificatePdf(document).draw(certificate, verification);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void draw(Certificate certificate, URI verification) throws IOException {
        turn();
        text("Certificate of attendance", bold, 40, 26);
        top -= 24;
        text(certificate.holder(), bold, 48, 22);
        text("has taken part in", plain, 24, 11);
        text(certificate.eventName(), bold, 40, 16);
        top -= 16;
        for (AttendedSession session : certificate.sessions()) {
            if (top < MARGIN + LINE) {
                turn();
            }
            session(session);
        }
        if (top < MARGIN + CODE + 2 * LINE) {
            turn();
        }
        top -= 12;
        text("Together " + minutes(certificate.minutes()), bold, 20, 12);
        text(certificate.rule() + " Times are those of " + certificate.zone() + ".", plain, 24, 9);
        footer(certificate, verification);
        page.close();
    }

    private void session(AttendedSession session) throws IOException {
        String when = session.startsAt().format(DAY) + ", " + session.startsAt().format(TIME) + "–"
                + session.endsAt().format(TIME);
        String share = minutes(session.minutes()) + ", " + session.percent() + " %";
        var drawing = new Drawing(page);
        drawing.lines(fit(when, plain, 150, LINE, 9), MARGIN, top);
        drawing.lines(fit(session.title(), plain, WIDTH - 260, LINE, 10), MARGIN + 155, top);
        drawing.lines(fit(share, plain, 100, LINE, 9), MARGIN + WIDTH - 100, top);
        top -= LINE;
    }

    private void footer(Certificate certificate, URI verification) throws IOException {
        var drawing = new Drawing(page);
        drawing.code(new QrCode(verification.toString()), MARGIN, MARGIN, CODE);
        float left = MARGIN + CODE + 12;
        float width = WIDTH - CODE - 12;
        String issued =
                certificate.issuedAt().atZone(ZoneId.of(certificate.zone())).format(DAY);
        drawing.lines(fit("Issued on " + issued, plain, width, 16, 10), left, MARGIN + CODE - 8);
        drawing.lines(fit("Certificate " + certificate.code(), bold, width, 16, 10), left, MARGIN + CODE - 28);
        drawing.lines(fit("Verify it at " + verification, plain, width, 30, 8), left, MARGIN + CODE - 48);
    }

    private void text(String text, Fonts fonts, float height, float size) throws IOException {
        FittedText fitted = fit(text, fonts, WIDTH, height, size);
        new Drawing(page).lines(fitted, MARGIN, top);
        top -= Math.max(height, fitted.height());
    }

    private static FittedText fit(String text, Fonts fonts, float width, float height, float size) throws IOException {
        return FittedText.of(text, fonts, width, height, size, SMALLEST);
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        var paper = new PDPage(PAPER);
        document.addPage(paper);
        page = new PDPageContentStream(document, paper);
        top = PAPER.getHeight() - MARGIN;
    }

    private static String minutes(int minutes) {
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
