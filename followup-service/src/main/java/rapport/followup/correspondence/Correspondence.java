package rapport.followup.correspondence;

import java.time.ZoneId;
import java.util.UUID;

/**
 * The two people between whom a delivery went, as far as they are still known.
 *
 * @param owner who wrote; null when the follow-up is gone
 * @param ownerName how the recipient knows the sender; null with the owner
 * @param zone the recipient's, UTC when nobody knows it
 */
public record Correspondence(
        UUID deliveryId,
        UUID followUpId,
        UUID stepId,
        UUID recipient,
        byte[] addressHash,
        String owner,
        String ownerName,
        UUID contactId,
        ZoneId zone) {

    /** Whether Rapport wrote it, and no owner: a request or collected questions. */
    public boolean isLetter() {
        return deliveryId.equals(stepId);
    }
}
