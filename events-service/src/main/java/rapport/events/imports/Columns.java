package rapport.events.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rapport.kit.problem.Invalid;

/** The columns that a kind of table has, by the names that people give them. */
public final class Columns {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> identifying;

    private Columns(List<String> identifying) {
        this.identifying = identifying;
        identifying.forEach(this::with);
    }

    /** @param oneOf a table without any of these columns is refused */
    public static Columns withOneOf(String... oneOf) {
        return new Columns(List.of(oneOf));
    }

    /** Adds a column: its own name and the other names it is known by. */
    public Columns with(String column, String... aliases) {
        names.put(column, column);
        for (String alias : aliases) {
            names.putIfAbsent(alias, column);
        }
        return this;
    }

    /** The column that a header means; empty when it is none of ours. */
    Optional<String> meant(String header) {
        return Optional.ofNullable(names.get(key(header)));
    }

    boolean isOwnName(String header) {
        String key = key(header);
        return key.equals(names.get(key));
    }

    /** Lets tables pass that have one of the columns that identify. */
    void requireOneOf(java.util.Collection<String> present) {
        if (identifying.stream().noneMatch(present::contains)) {
            throw Invalid.of(
                    "", "missing-column", "The file needs one of the columns " + String.join(", ", identifying) + ".");
        }
    }

    /** {@code "E-Mail "}, {@code "e_mail"} and {@code "eMail"} are one name: {@code e_mail}. */
    static String key(String header) {
        String text = CellText.clean(header);
        if (text == null) {
            return "";
        }
        return text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
