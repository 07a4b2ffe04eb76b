package rapport.followup.mail;

/** Where two people met, in words for a footer. */
public final class Occasion {

    private Occasion() {}

    /** Null when neither is known. */
    public static String of(String event, String session) {
        if (event == null) {
            return session;
        }
        return session == null ? event : event + ", " + session;
    }
}
