package rapport.contacts.contact;

/**
 * Something by which the owner was in touch with a contact. Features that keep such things have a bean of this kind; a list of
 * contacts that were not heard of for long asks them all.
 */
public interface SignOfTouch {
    /** A condition in SQL on a contact {@code c}: that there is such a thing after {@code cast(:quietSince as timestamptz)}. */
    String after();
}
