package rapport.followup.template;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.kit.problem.Fault;

/**
 * Fills placeholders: <code>{{event.name}}</code>, or <code>{{event.name|the congress}}</code> with what is written when the
 * value is unknown. What has neither stays as it is, and the owner is asked before anything is approved. What was filled in
 * is never read again, so a value that looks like a placeholder is only a text.
 */
public final class Filling {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}|]*+)(?:\\|([^{}|]*+))?\\}\\}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|\\}\\}");

    private final Map<Placeholder, Object> values = new EnumMap<>(Placeholder.class);
    private final TemplateLocale locale;

    public Filling(TemplateLocale locale) {
        this.locale = locale;
    }

    /** Null and blank texts count as unknown. */
    public Filling with(Placeholder placeholder, String text) {
        if (text != null && !text.isBlank() && placeholder.type() != Placeholder.Type.DATE) {
            values.put(placeholder, text.strip());
        }
        return this;
    }

    /** Null counts as unknown. */
    public Filling with(Placeholder placeholder, LocalDate day) {
        if (day != null && placeholder.type() == Placeholder.Type.DATE) {
            values.put(placeholder, day);
        }
        return this;
    }

    /** A subject stays one line, whatever is filled in. */
    public TemplateText fill(TemplateText template) {
        return new TemplateText(fill(template.subject()).replaceAll("\\p{Cntrl}+", " "), fill(template.body()));
    }

    private String fill(String text) {
        var filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int at = 0;
        while (matcher.find()) {
            filled.append(text, at, matcher.start());
            String value = value(matcher.toMatchResult());
            if (value.isEmpty() && !filled.isEmpty() && filled.charAt(filled.length() - 1) == ' ') {
                // An empty fallback takes the blank before it along.
                filled.setLength(filled.length() - 1);
            }
            filled.append(value);
            at = matcher.end();
        }
        return filled.append(text, at, text.length()).toString();
    }

    private String value(MatchResult found) {
        Object value =
                Placeholder.named(found.group(1).strip()).map(values::get).orElse(null);
        return switch (value) {
            case null -> found.group(2) == null ? found.group() : found.group(2).strip();
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale.locale())
                        .format(day);
            default -> value.toString();
        };
    }

    /** What is wrong with the placeholders of a template's text: unknown names, and braces that belong to none. */
    public static List<Fault> faults(String text, String pointer) {
        List<Fault> faults = new ArrayList<>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(name -> Placeholder.named(name).isEmpty())
                .distinct()
                .forEach(name ->
                        faults.add(new Fault(pointer, "unknown-placeholder", "There is no placeholder of this name.")));
        if (BRACES.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find()) {
            faults.add(new Fault(pointer, "placeholder-malformed", "Double braces belong to placeholders only."));
        }
        return faults;
    }
}
