package rapport.contacts.merge;

/**
 * A value that knows when it was written; of two the later one counts. A null value was cleared on purpose, which is not the
 * same as never having been written.
 */
public record Stamped<T>(T value, Stamp stamp) {

    /** The later one; null means never written and loses against everything. */
    static <T> Stamped<T> latest(Stamped<T> one, Stamped<T> other) {
        if (one == null) {
            return other;
        }
        return other == null || one.stamp.compareTo(other.stamp) >= 0 ? one : other;
    }

    static <T> T valueOf(Stamped<T> stamped) {
        return stamped == null ? null : stamped.value;
    }
}
