package rapport.followup.inbound;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What is kept of a mail.
 *
 * @param until for an automatic answer: when its author is back
 */
record ReceivedMail(Kind kind, Instant until) {

    enum Kind {
        REPLY,
        AUTO_REPLY,
        BOUNCE,
        FAILURE,
        DELAY,
        COMPLAINT,
        OTHER
    }

    /** @param zone where its author is */
    static ReceivedMail of(Reading reading, ZoneId zone) {
        return switch (reading) {
            case Reading.Reply reply -> new ReceivedMail(Kind.REPLY, null);
            case Reading.AutoReply(var back) ->
                new ReceivedMail(
                        Kind.AUTO_REPLY,
                        back == null ? null : back.atStartOfDay(zone).toInstant());
            case Reading.Report(var fate) ->
                new ReceivedMail(
                        switch (fate) {
                            case BOUNCED -> Kind.BOUNCE;
                            case FAILED -> Kind.FAILURE;
                            case DELAYED -> Kind.DELAY;
                        },
                        null);
            case Reading.Complaint complaint -> new ReceivedMail(Kind.COMPLAINT, null);
            case Reading.Other other -> new ReceivedMail(Kind.OTHER, null);
        };
    }

    /** Whether it does anything. */
    boolean matters() {
        return kind != Kind.OTHER && !(kind == Kind.AUTO_REPLY && until == null);
    }
}
