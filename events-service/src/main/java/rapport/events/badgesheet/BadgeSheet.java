package rapport.events.badgesheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import rapport.events.pdf.Fonts;

/**
 * Badges as a PDF file. Pages go to a temporary file as they are drawn, so thousands of badges need no more memory than a few,
 * and a slow client holds nothing but that file.
 */
final class BadgeSheet {
    private static final long PATIENCE_SECONDS = 30;

    /** The fonts of the whole world take a hundred megabytes while they are in use: one sheet at a time. */
    private static final Semaphore PRINTER = new Semaphore(1);

    private BadgeSheet() {}

    /**
     * The file, which is gone when the stream is closed.
     *
     * @throws PrinterBusy when other sheets take too long
     */
    static InputStream of(SheetLayout layout, Iterator<Face> faces) throws IOException {
        try {
            if (!PRINTER.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new PrinterBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrinterBusy();
        }
        try {
            return print(layout, faces);
        } finally {
            PRINTER.release();
        }
    }

    private static InputStream print(SheetLayout layout, Iterator<Face> faces) throws IOException {
        Path file = Files.createTempFile("rapport-badges-", ".pdf");
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            draw(document, layout, faces);
            document.save(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void draw(PDDocument document, SheetLayout layout, Iterator<Face> faces) throws IOException {
        Fonts plain = Fonts.plain(document);
        Fonts bold = plain.bold();
        while (faces.hasNext()) {
            var page = new PDPage(layout.page());
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                var label = new Label(content, bold, plain);
                for (int i = 0; i < layout.perPage() && faces.hasNext(); i++) {
                    label.draw(faces.next(), layout.label(i));
                }
            }
        }
    }
}
