package rapport.contacts.details;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Language tags (BCP 47) in their canonical case, such as {@code pt-BR}. */
public final class Language {
    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private Language() {}

    /** Empty when the text is no tag, or of a language that ISO 639 does not know. */
    public static Optional<String> canonical(String text) {
        if (text == null || text.length() > 35) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build();
            String language = locale.getLanguage();
            return KNOWN.contains(language) || language.length() == 3
                    ? Optional.of(locale.toLanguageTag())
                    : Optional.empty();
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
