package rapport.events.badge;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A QR code as pictures. The PNG is written by hand, one bit per pixel: no window toolkit has to be loaded for it. */
public final class QrCode {
    private static final int QUIET_ZONE = 4;
    private static final int SCALE = 8;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final BitMatrix modules;

    public QrCode(String text) {
        try {
            modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalStateException("a token always fits into a QR code", e);
        }
    }

    /** Modules per side, with the quiet zone around it. */
    public int size() {
        return modules.getWidth();
    }

    /** Whether a module is black; from the top left. */
    public boolean black(int x, int y) {
        return modules.get(x, y);
    }

    String svg() {
        int size = modules.getWidth();
        var path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s"/></svg>
                """.formatted(size, path);
    }

    byte[] png() {
        int size = modules.getWidth() * SCALE;
        var bytes = new ByteArrayOutputStream();
        try (var png = new DataOutputStream(bytes)) {
            png.write(PNG_SIGNATURE);
            chunk(png, "IHDR", header(size));
            chunk(png, "IDAT", pixels(size));
            chunk(png, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(int size) throws IOException {
        var header = new ByteArrayOutputStream();
        var out = new DataOutputStream(header);
        out.writeInt(size);
        out.writeInt(size);
        out.write(new byte[] {1, 0, 0, 0, 0});
        return header.toByteArray();
    }

    private byte[] pixels(int size) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(compressed)) {
            for (int y = 0; y < size; y++) {
                byte[] row = new byte[1 + (size + 7) / 8];
                for (int x = 0; x < size; x++) {
                    if (!modules.get(x / SCALE, y / SCALE)) {
                        row[1 + x / 8] |= (byte) (0x80 >>> x % 8);
                    }
                }
                out.write(row);
            }
        }
        return compressed.toByteArray();
    }

    private static void chunk(DataOutputStream png, String name, byte[] content) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(type);
        checksum.update(content);
        png.writeInt(content.length);
        png.write(type);
        png.write(content);
        png.writeInt((int) checksum.getValue());
    }
}
