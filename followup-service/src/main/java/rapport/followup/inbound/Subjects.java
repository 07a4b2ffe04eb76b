package rapport.followup.inbound;

import java.util.Locale;
import java.util.regex.Pattern;

/** Subjects as far as they identify a thread. */
final class Subjects {

    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:re|aw|antw|sv|vs|rv|tr|wg|fw|fwd|rif|res|réf)(?:\\[\\d+])?\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);

    private Subjects() {}

    /** Without what mail programs put in front of it, in lower case. */
    static String bare(String subject) {
        String text = subject == null ? "" : subject.replaceAll("\\s+", " ").strip();
        return PREFIX.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
    }
}
