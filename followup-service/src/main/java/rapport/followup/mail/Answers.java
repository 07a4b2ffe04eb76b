package rapport.followup.mail;

import java.util.UUID;
import rapport.followup.links.LinkPurpose;

/**
 * Where answers to a message go: to its owner, to this service, or to both.
 *
 * @param ownersAddress null when neither side shall see the other's address
 * @param path REPLY for what a recipient answers, OWNER_REPLY for what an owner answers; null when answers lead nowhere here
 * @param deliveryId which delivery they belong to
 */
public record Answers(String ownersAddress, LinkPurpose path, UUID deliveryId) {

    /** Nobody reads answers. */
    public static final Answers NONE = new Answers(null, null, null);

    /** @param ownersAddress null: through this service only */
    public static Answers ofRecipient(String ownersAddress, UUID deliveryId) {
        return new Answers(ownersAddress, LinkPurpose.REPLY, deliveryId);
    }
}
