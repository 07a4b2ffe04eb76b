package rapport.followup.ownerdigest;

import java.time.Instant;

/**
 * An owner's wish, and where the next digest goes.
 *
 * @param locale the tag of the owner's language; null when nobody knows it
 */
record Setting(String owner, long version, Rhythm rhythm, String name, String address, Instant nextAt, String locale) {}
