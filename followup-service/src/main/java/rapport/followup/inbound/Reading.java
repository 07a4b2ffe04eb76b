package rapport.followup.inbound;

import java.time.LocalDate;

/** What a mail is. */
sealed interface Reading {

    /** A human answered. @param text the plain words, needed only to be passed on */
    record Reply(String text) implements Reading {}

    /** A program answered (RFC 3834). @param back the first day on which its owner is back; null when that cannot be read */
    record AutoReply(LocalDate back) implements Reading {}

    /** A server reports (RFC 3464). */
    record Report(Fate fate) implements Reading {}

    /** The recipient called it spam (RFC 5965). */
    record Complaint() implements Reading {}

    /** Neither: a read receipt, a mailing list, a report of success. */
    record Other() implements Reading {}

    /** What became of a message. */
    enum Fate {
        /** Never delivered, and the address is to blame: 5.x.x. */
        BOUNCED,
        /** Not delivered after many attempts: 4.x.x, given up. */
        FAILED,
        /** Not delivered yet: the server goes on trying. */
        DELAYED
    }
}
