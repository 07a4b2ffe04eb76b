package rapport.followup.mail;

import java.time.Instant;

/**
 * A message to one recipient, before it is turned into bytes.
 *
 * @param occasion where the two met, for the footer; null when nothing says so
 */
public record OutgoingMail(
        String messageId,
        Instant date,
        String senderName,
        String replyTo,
        String recipientName,
        String recipientAddress,
        String subject,
        String text,
        String occasion) {}
