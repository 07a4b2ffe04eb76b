package rapport.events.speaker;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ROR ids of organizations: a zero, six characters of Crockford's base 32, and two check digits (ISO 7064 mod 97-10) over the
 * number that the six stand for.
 */
final class Ror {
    private static final Pattern DECORATION = Pattern.compile("^(?:https?://)?(?:www\\.)?ror\\.org/");
    private static final Pattern ID = Pattern.compile("0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}");
    private static final String PREFIX = "https://ror.org/";
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private Ror() {}

    /** The form {@code https://ror.org/05dxps055}; empty when the text is no ROR id. The bare id is understood. */
    static Optional<String> canonical(String text) {
        if (text == null || text.length() > 64) {
            return Optional.empty();
        }
        String id = DECORATION.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        if (!ID.matcher(id).matches() || Integer.parseInt(id.substring(7)) != check(id)) {
            return Optional.empty();
        }
        return Optional.of(PREFIX + id);
    }

    private static long check(String id) {
        long number = 0;
        for (int i = 1; i < 7; i++) {
            number = number * 32 + DIGITS.indexOf(id.charAt(i));
        }
        return 98 - number * 100 % 97;
    }
}
