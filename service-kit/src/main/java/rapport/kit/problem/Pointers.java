package rapport.kit.problem;

/** JSON pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    /** The pointer to the member {@code name} of what {@code parent} points to. A name is shown with at most 64 characters. */
    public static String member(String parent, String name) {
        return parent + '/' + DomainException.excerpt(name).replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an element of the array that {@code parent} points to. */
    public static String element(String parent, int index) {
        return parent + '/' + index;
    }
}
