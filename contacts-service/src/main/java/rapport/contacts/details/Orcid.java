package rapport.contacts.details;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** ORCID iDs: sixteen characters, the last of which is the check digit of ISO 7064 mod 11-2. */
public final class Orcid {
    private static final Pattern DECORATION = Pattern.compile("^(?:https?://)?(?:www\\.)?orcid\\.org/");
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-?[0-9]{4}-?[0-9]{4}-?[0-9]{3}[0-9X]");

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
        String digits = bare.replace("-", "");
        if (!FORM.matcher(bare).matches() || digits.charAt(15) != checkDigit(digits)) {
            return Optional.empty();
        }
        return Optional.of(digits.replaceAll("(.{4})(?=.)", "$1-"));
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
