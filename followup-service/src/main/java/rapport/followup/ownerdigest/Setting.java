package rapport.followup.ownerdigest;

import java.time.Instant;

/** An owner's wish, and where the next digest goes. */
record Setting(String owner, long version, Rhythm rhythm, String name, String address, Instant nextAt) {}
