package rapport.contacts.details;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.regex.Pattern;

/**
 * A telephone number as it is kept: in E.164 ({@code +4943112345}) when it is a possible number, else as it was typed. Nothing
 * is refused for not being dialable: an owner who typed "extension 12, ask for Jana" means it.
 *
 * @param text what is kept and shown
 * @param dialable whether it is E.164
 */
public record Phone(String text, boolean dialable) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /**
     * Reads what somebody typed.
     *
     * @param region where a number without country code is taken to be (ISO 3166-1 alpha-2); null when that is not known, so
     *     that only international numbers become E.164
     */
    public static Phone of(String typed, String region) {
        String text = SPACES.matcher(typed.strip()).replaceAll(" ");
        try {
            var number = NUMBERS.parse(text, region);
            // An extension has no place in E.164 and would be lost.
            if (NUMBERS.isValidNumber(number) && !number.hasExtension()) {
                return new Phone(NUMBERS.format(number, PhoneNumberFormat.E164), true);
            }
        } catch (NumberParseException notANumber) {
            return new Phone(text, false);
        }
        return new Phone(text, false);
    }

    /** What was kept before. */
    public static Phone kept(String text) {
        return new Phone(text, E164.matcher(text).matches());
    }

    /** Whether the two letters are a region that has telephone numbers. */
    public static boolean isRegion(String region) {
        return NUMBERS.getSupportedRegions().contains(region);
    }
}
