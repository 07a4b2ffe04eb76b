package rapport.followup.request;

import java.util.UUID;

/**
 * A message that waits because its recipient wants to be asked first.
 *
 * @param locale the tag of the recipient's language; null when nobody knows
 * @param question what the sender wants to know; null when the message asks nothing
 * @param occasion where the two met; null when nothing says so
 */
public record Asking(
        UUID followUpId,
        String owner,
        String ownerName,
        UUID personId,
        String locale,
        String subject,
        String question,
        String occasion) {}
