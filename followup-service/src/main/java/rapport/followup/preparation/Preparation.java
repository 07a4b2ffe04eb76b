package rapport.followup.preparation;

/** What the sender thought about before writing. Each part may be missing. */
public record Preparation(String goal, String context, String question, String offer) {

    public static final Preparation NONE = new Preparation(null, null, null, null);
}
