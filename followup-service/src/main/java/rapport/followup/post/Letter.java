package rapport.followup.post;

import java.time.Instant;
import java.util.UUID;
import rapport.followup.links.LinkPurpose;

/**
 * Mail that is written on somebody's behalf besides follow-ups.
 *
 * @param id computed from the cause, so that the same cause writes one letter
 * @param threadId the follow-up or the digest that it belongs to
 * @param sender the owner on whose behalf it is, null when it is nobody's in particular
 * @param personId the person it goes to; null when it goes to an owner
 * @param owner the user it goes to; null when it goes to a person
 * @param replyPath what an answer to it is, null when nobody reads answers
 * @param replyDelivery the delivery that answers belong to, null without a path
 * @param notAfter later than that it is not sent
 */
public record Letter(
        UUID id,
        Kind kind,
        UUID threadId,
        String senderName,
        String sender,
        UUID personId,
        String owner,
        LinkPurpose replyPath,
        UUID replyDelivery,
        String subject,
        String words,
        Instant notAfter) {

    public enum Kind {
        /** Asks a person whether somebody may write. */
        REQUEST,
        /** What one side of a relay wrote, for the other. */
        PASSED_ON,
        /** Questions that were collected for a speaker. */
        QUESTIONS,
        /** A speaker's answer, for somebody who asked. */
        ANSWER;

        /** Whether the person has not asked for it: then their rules decide when it comes, and it uses up their budget. */
        public boolean unasked() {
            return this == REQUEST || this == QUESTIONS;
        }
    }
}
