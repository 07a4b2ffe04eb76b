package rapport.events.webinar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Recognises a report by what it says, in whatever order and encoding it says it. */
final class Fingerprint {
    private Fingerprint() {}

    /** @param stays by the keys of the participants */
    static String of(Map<String, List<ReportRow>> stays) {
        var said = new TreeSet<String>();
        stays.forEach((key, rows) -> rows.forEach(row -> said.add(key + ' ' + of(row))));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", said).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(ReportRow row) {
        return row.joinedAt() + " " + row.leftAt() + ' ' + row.seconds();
    }
}
