package rapport.kit.identity;

/** The roles a token can carry in its claim {@code groups}. For {@code @RolesAllowed}. */
public final class Roles {
    /** Everybody who is signed in has it, whether the token says so or not. */
    public static final String ATTENDEE = "attendee";

    public static final String ORGANIZER = "organizer";
    public static final String ADMIN = "admin";

    private Roles() {}
}
