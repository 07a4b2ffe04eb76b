package rapport.kit.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** ORCID iDs: sixteen characters, the last of which is the check digit of ISO 7064 mod 11-2. */
public final class Orcid {
    private static final Pattern DECORATION = Pattern.compile("^(?:https?://)?(?:www\\.)?orcid\\.org/");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{15}[0-9X]");
    private static final Pattern HYPHENS = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]");

    private Orcid() {}

    /** The form {@code 0000-0002-1825-0097}; empty when the text is no ORCID iD. URLs and the bare digits are understood. */
    public static Optional<String> canonical(String text) {
        if (text == null || text.length() > 64) {
            return Optional.empty();
        }
        String bare = DECORATION
                .matcher(text.strip().toLowerCase(Locale.ROOT))
                .replaceFirst("")
                .toUpperCase(Locale.ROOT);
        String digits = HYPHENS.matcher(bare).matches() ? bare.replace("-", "") : bare;
        if (!PLAIN.matcher(digits).matches() || digits.charAt(15) != checkDigit(digits)) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                "-", digits.substring(0, 4), digits.substring(4, 8), digits.substring(8, 12), digits.substring(12)));
    }

    private static char checkDigit(String digits) {
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + digits.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - total) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
