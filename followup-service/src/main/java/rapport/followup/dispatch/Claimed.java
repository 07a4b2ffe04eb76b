package rapport.followup.dispatch;

import java.time.Instant;
import java.util.UUID;
import rapport.followup.mail.OutgoingMail;

/**
 * A message that this process, and no other, may submit as long as the lease holds.
 *
 * @param fence grows with every claim: whoever comes with an older one has lost it
 */
record Claimed(UUID followUpId, UUID deliveryId, long fence, int attempt, Instant leaseUntil, OutgoingMail mail) {}
