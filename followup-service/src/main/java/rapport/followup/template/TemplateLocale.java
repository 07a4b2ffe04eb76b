package rapport.followup.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import rapport.kit.problem.Invalid;

/** The languages that templates are written in. */
public enum TemplateLocale {
    @JsonProperty("en")
    EN,
    @JsonProperty("de")
    DE,
    @JsonProperty("fr")
    FR,
    @JsonProperty("es")
    ES;

    /**
     * The locale of a tag, EN for null.
     *
     * @param pointer where the tag stands in the request
     * @throws Invalid for languages that there are no templates in
     */
    public static TemplateLocale of(String tag, String pointer) {
        if (tag == null) {
            return EN;
        }
        return Arrays.stream(values())
                .filter(locale -> locale.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> Invalid.of(pointer, "unknown-locale", "Templates are en, de, fr and es."));
    }

    /** The language tag, such as {@code de}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}
