package rapport.contacts.cadence;

import java.util.Comparator;

/**
 * How often an owner wants to be in touch.
 *
 * @param tag the tag it comes from; null when it is the contact's own
 * @param idealDays days after the last interaction on which a reminder is due
 * @param maximumDays days after which it should have happened
 */
record Rhythm(String tag, int idealDays, int maximumDays) {
    /** The one that asks for more comes first. */
    static final Comparator<Rhythm> TIGHTEST = Comparator.comparingInt(Rhythm::idealDays)
            .thenComparingInt(Rhythm::maximumDays)
            .thenComparing(Rhythm::tag);

    Rhythm {
        if (idealDays < 1 || maximumDays < idealDays) {
            throw new IllegalArgumentException(
                    "a cadence has at least one day, and its maximum is not below its ideal");
        }
    }

    boolean isOwn() {
        return tag == null;
    }
}
