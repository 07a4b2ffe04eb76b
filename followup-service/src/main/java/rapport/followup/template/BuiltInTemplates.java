package rapport.followup.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts that come with the product: one file per language, sections that begin with {@code == key}, the subject in the
 * line after it, an empty line, the body.
 */
@ApplicationScoped
public class BuiltInTemplates {

    /** Grows with every change of the files. Steps remember it. */
    public static final long VERSION = 1;

    private static final String SECTION = "== ";

    private final Map<TemplateLocale, Map<String, TemplateText>> texts = new EnumMap<>(TemplateLocale.class);

    public BuiltInTemplates() {
        for (TemplateLocale locale : TemplateLocale.values()) {
            texts.put(locale, read("/templates/" + locale.tag() + ".txt"));
        }
    }

    public Optional<TemplateText> find(String key, TemplateLocale locale) {
        return Optional.ofNullable(texts.get(locale).get(key));
    }

    /** The keys that a language has. */
    Set<String> keys(TemplateLocale locale) {
        return texts.get(locale).keySet();
    }

    private static Map<String, TemplateText> read(String file) {
        try (InputStream in = BuiltInTemplates.class.getResourceAsStream(file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, TemplateText> found = new HashMap<>();
            for (String section : all.split("(?m)^" + SECTION)) {
                if (!section.isBlank()) {
                    List<String> lines = Arrays.asList(section.split("\n", 4));
                    found.put(
                            lines.get(0).strip(),
                            new TemplateText(lines.get(1), lines.get(3).strip()));
                }
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("templates could not be read: " + file, e);
        }
    }
}
