package rapport.events.webinar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as people type them into a webinar. */
final class PersonName {
    private static final Pattern PARENTHESES = Pattern.compile("^(.*?)\\s*[(\\[]([^()\\[\\]]*)[)\\]]\\s*$");
    private static final Pattern TITLE =
            Pattern.compile("(?:(?:univ|prof|priv|doz|pd|dr|med|dipl|mag|ing)\\.? ?-? ?)+(?<=[. -])");
    private static final Pattern NOT_NAME = Pattern.compile("[^\\p{L}\\p{N}' -]+");

    /** What platforms and people add in parentheses and what is no name. */
    private static final Pattern REMARK = Pattern.compile(
            "guest|external|unverified|host|co-host|me|you|gast|extern|nicht uberpruft|nicht verifiziert|invite|externe"
                    + "|non verifie|invitado|externo|no verificado|sin verificar"
                    + "|(?:she|he|they|her|him|them|hers|his|sie|er|ella|el|elle|il)(?:[/, ]+\\w+)*");

    private PersonName() {}

    /** The name in use and, if there is one, the name it was before; null where there is none. */
    static String[] written(String text) {
        if (text == null) {
            return new String[] {null, null};
        }
        Matcher matcher = PARENTHESES.matcher(text);
        if (!matcher.matches() || matcher.group(1).isBlank()) {
            return new String[] {text, null};
        }
        String inner = matcher.group(2).strip();
        String[] outer = written(matcher.group(1).strip());
        boolean remark =
                inner.isEmpty() || REMARK.matcher(Headings.plain(inner)).matches();
        return new String[] {outer[0], remark ? outer[1] : inner};
    }

    /** What two writings of the same name have in common; null when nothing is left. "Okafor, Maya" is Maya Okafor. */
    static String normal(String name) {
        if (name == null) {
            return null;
        }
        String plain = Headings.plain(name).replace("ß", "ss");
        int comma = plain.indexOf(',');
        if (comma > 0 && comma == plain.lastIndexOf(',') && comma < plain.length() - 1) {
            plain = plain.substring(comma + 1).strip() + ' ' + plain.substring(0, comma);
        }
        Matcher title = TITLE.matcher(plain);
        String bare = title.lookingAt() ? plain.substring(title.end()) : plain;
        String normal =
                NOT_NAME.matcher(bare).replaceAll(" ").replaceAll(" +", " ").strip();
        return normal.isEmpty() ? null : normal;
    }
}
