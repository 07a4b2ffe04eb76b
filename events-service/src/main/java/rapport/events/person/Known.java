package rapport.events.person;

/** Blanks say nothing: they never overwrite what is known. */
public final class Known {
    private Known() {}

    /** The first one that says something; null when none does. */
    public static <T> T first(T preferred, T fallback) {
        return preferred == null || preferred instanceof String text && text.isBlank() ? fallback : preferred;
    }
}
