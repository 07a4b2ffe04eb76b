package rapport.followup.preparation;

import java.time.Instant;

/**
 * How the two stand with each other, apart from the message.
 *
 * @param overdueByMe promises of the owner whose day has passed
 * @param unthanked what the owner was given and has not said thank you for
 * @param asked what the owner asked for since something was last given
 * @param given what the owner gave
 * @param reachable whether the person's boundary lets a message through at all
 * @param remaining messages the person would accept this week
 * @param unanswered messages to this person since they were last heard of
 * @param heardAt when the person was last heard of; null when never
 */
public record Standing(
        int overdueByMe,
        int unthanked,
        int asked,
        int given,
        boolean reachable,
        int remaining,
        int unanswered,
        Instant heardAt) {}
