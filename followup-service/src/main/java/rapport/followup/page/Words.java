package rapport.followup.page;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages in one language. */
public final class Words {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Locale language;
    private final ResourceBundle bundle;

    private Words(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "words/pages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param acceptLanguage the request header (RFC 9110, 12.5.4); English when it is missing, unreadable or asks for others */
    public static Words of(String acceptLanguage) {
        try {
            Locale best =
                    acceptLanguage == null ? null : Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return new Words(best == null ? Locale.ENGLISH : best);
        } catch (IllegalArgumentException e) {
            return new Words(Locale.ENGLISH);
        }
    }

    /** For {@code lang}. */
    public String language() {
        return language.getLanguage();
    }

    /** For dates. */
    public Locale locale() {
        return language;
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    /** With a value for {0}. */
    public String with(String key, Object value) {
        return new MessageFormat(bundle.getString(key), language).format(new Object[] {value});
    }

    /** The name of a day of the week. */
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language);
    }
}
