package rapport.events.organization;

import java.text.Normalizer;
import java.util.Locale;
import rapport.kit.problem.Invalid;

/** The part of an address that names a thing: lower-case ASCII letters, digits and single hyphens. */
public final class Slug {
    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";
    public static final int MAX = 80;

    private Slug() {}

    /** The slug that was asked for, or else one made of the name. */
    public static String of(String wanted, String name) {
        return wanted != null ? wanted : from(name);
    }

    private static String from(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.substring(0, Math.min(ascii.length(), MAX)).replaceAll("^-|-$", "");
        if (cut.isEmpty()) {
            throw Invalid.of("/slug", "required", "No slug can be made of this name: send one.");
        }
        return cut;
    }
}
