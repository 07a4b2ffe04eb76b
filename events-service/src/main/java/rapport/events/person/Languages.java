package rapport.events.person;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags of BCP 47. */
public final class Languages {
    private static final int MAX = 35;

    private Languages() {}

    /** The tag as it is written by convention, {@code pt-BR}; empty when it is malformed or names no language. */
    public static Optional<String> canonical(String text) {
        if (text == null || text.length() > MAX) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text.strip()).build();
            return Optional.of(locale.toLanguageTag())
                    .filter(tag -> !locale.getLanguage().isEmpty());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
