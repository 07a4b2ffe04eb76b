package rapport.contacts.addressbook;

/**
 * A row or card of a file.
 *
 * @param number the line where it begins, from 1
 * @param entry null when it is not usable
 * @param fault why it is not; null when it is
 */
record Row(long number, Entry entry, String fault) {

    static Row of(long number, Entry entry) {
        return entry.isNamed() ? new Row(number, entry, null) : new Row(number, null, "no-name");
    }

    static Row faulty(long number, String fault) {
        return new Row(number, null, fault);
    }
}
