package rapport.kit.identifier;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * E-mail addresses in the one form that identifies: trimmed, NFC, lower case on both sides of the at sign, the domain in ASCII
 * (IDNA). Dots and plus tags stay: what they mean only the receiving server knows.
 */
public final class EmailAddress {
    private static final int MAX = 254;
    private static final EmailValidator RULES = JMail.strictValidator()
            .disallowIpDomain()
            .requireTopLevelDomain()
            .disallowQuotedIdentifiers()
            .disallowExplicitSourceRouting();

    private EmailAddress() {}

    /** The normalised address; empty when the text is none. */
    public static Optional<String> normalized(String text) {
        if (text == null || text.length() > MAX) {
            return Optional.empty();
        }
        String lower = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            String address =
                    lower.substring(0, at + 1) + IDN.toASCII(lower.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return RULES.isValid(address) ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
