package rapport.followup.inbound;

import java.util.List;

/**
 * A mail that arrived, read as far as anything depends on it.
 *
 * @param identity the same for every copy of the same mail
 * @param from the author's address in lower case; null when there is none that can be read
 * @param answered the Message-IDs that it names as answered, the nearest first (RFC 5322, 3.6.4), and those that reports quote
 * @param recipients all addresses that it was sent to, from envelope and header
 */
record Arrival(
        byte[] identity, String from, String subject, List<String> answered, List<String> recipients, Reading reading) {

    Arrival {
        answered = List.copyOf(answered);
        recipients = List.copyOf(recipients);
    }
}
