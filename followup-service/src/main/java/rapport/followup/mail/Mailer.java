package rapport.followup.mail;

/** Hands a message over to a mail server. */
public interface Mailer {

    /** Never throws for what the server or the network does: that is the result. */
    Submission submit(String recipientAddress, byte[] message);

    /** @param envelopeSender where servers return what they cannot deliver */
    default Submission submit(String envelopeSender, String recipientAddress, byte[] message) {
        return submit(recipientAddress, message);
    }
}
