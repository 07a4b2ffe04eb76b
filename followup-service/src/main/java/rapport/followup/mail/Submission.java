package rapport.followup.mail;

/** How the submission of one message ended, told apart by what may have reached the recipient. */
public sealed interface Submission {

    /** The server took responsibility: 250 after the final dot. */
    record Accepted(int code) implements Submission {}

    /** The server said no for good. {@code recipient}: it was this address that it does not want. */
    record Refused(int code, boolean recipient) implements Submission {}

    /** Surely not delivered: a temporary no, or the conversation ended before the final dot was written. */
    record NotDelivered(int code, String why) implements Submission {}

    /** Perhaps delivered: the final dot was written and no answer came. */
    record Unknown(String why) implements Submission {}
}
