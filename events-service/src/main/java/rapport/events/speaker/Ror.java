package rapport.events.speaker;

/** ROR ids of organizations, with or without the address in front. */
final class Ror {
    static final String PATTERN = "(https://ror\\.org/)?0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}";
    private static final String PREFIX = "https://ror.org/";

    private Ror() {}

    static String canonical(String text) {
        return text == null || text.startsWith(PREFIX) ? text : PREFIX + text;
    }
}
