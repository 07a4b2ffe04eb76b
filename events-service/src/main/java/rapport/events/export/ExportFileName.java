package rapport.events.export;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The header {@code Content-Disposition} (RFC 6266) for a file that is named after an event, whatever that is called. */
final class ExportFileName {
    private static final int MAX = 80;
    private static final String UNRESERVED = "!#$&+-.^_`|~";
    /** What a file system, a shell or a header understands as something else, and what nobody sees. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|%;']+");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_ASCII = Pattern.compile("[^A-Za-z0-9 ._()-]+");

    private ExportFileName() {}

    static String disposition(String title, String eventName, Format format) {
        String name = safe(title + " " + eventName);
        String ending = "." + format.text();
        String plain = NOT_ASCII
                .matcher(MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll(""))
                .replaceAll("-")
                .strip();
        return "attachment; filename=\"" + plain + ending + "\"; filename*=UTF-8''" + encoded(name + ending);
    }

    private static String safe(String name) {
        String visible =
                UNSAFE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll(" ");
        String short80 = visible.codePoints()
                .limit(MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return short80.strip().replaceAll("[. ]+$", "").replaceAll("\\s+", " ");
    }

    /** An {@code ext-value} of RFC 8187. */
    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return text.toString();
    }
}
