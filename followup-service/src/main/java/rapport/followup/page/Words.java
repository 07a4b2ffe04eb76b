package rapport.followup.page;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that Rapport itself says to people, on pages and in mail, in one language. */
public final class Words {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    private final Locale language;
    private final ResourceBundle bundle;

    private Words(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "words/recipients",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * In the best of the languages that are spoken here; English when none of them is wanted.
     *
     * @param languages the header Accept-Language (RFC 9110, 12.5.4), or the tag of a person's language, which reads the same;
     *     null when nobody knows
     */
    public static Words of(String languages) {
        try {
            Locale best = languages == null ? null : Locale.lookup(Locale.LanguageRange.parse(languages), SPOKEN);
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

    /** With values for {0}, {1} and so on. */
    public String with(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language).format(values);
    }

    /** The name of a day of the week. */
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language);
    }
}
