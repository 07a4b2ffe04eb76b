package rapport.followup.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to one recipient, before it is turned into bytes.
 *
 * @param deliveryId what Message-ID and links are made of
 * @param preview whether it is for its owner's eyes: links then look as they will and open nothing
 */
public record OutgoingMail(
        UUID deliveryId,
        Instant date,
        String senderName,
        Answers answers,
        String recipientName,
        String recipientAddress,
        String subject,
        String text,
        Footing footing,
        boolean preview) {}
