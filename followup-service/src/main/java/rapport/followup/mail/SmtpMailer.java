package rapport.followup.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Submits over SMTP and tells apart what must and what must not be tried again. */
@ApplicationScoped
public class SmtpMailer implements Mailer {

    private final MailConfig config;
    private final SmtpConnections connections;

    public SmtpMailer(MailConfig config, SmtpConnections connections) {
        this.config = config;
        this.connections = connections;
    }

    @Override
    public Submission submit(String recipientAddress, byte[] message) {
        return submit(config.sender(), recipientAddress, message);
    }

    @Override
    public Submission submit(String envelopeSender, String recipientAddress, byte[] message) {
        PhaseAwareTransport connection;
        try {
            connection = connections.take();
        } catch (MessagingException e) {
            return new Submission.NotDelivered(codeOf(e), "connection-failed");
        }
        try {
            var recipient = new InternetAddress(recipientAddress);
            var mail = new SMTPMessage(connections.session(), new ByteArrayInputStream(message));
            mail.setEnvelopeFrom(envelopeSender);
            connection.sendMessage(mail, new Address[] {recipient});
        } catch (MessagingException | RuntimeException e) {
            connections.close(connection);
            return failed(connection, e);
        }
        var accepted = new Submission.Accepted(connection.getLastReturnCode());
        connections.giveBack(connection);
        return accepted;
    }

    private static Submission failed(PhaseAwareTransport transport, Exception e) {
        int code = codeOf(e);
        if (transport.dotWritten() && code < 400) {
            return new Submission.Unknown("unanswered");
        }
        if (code >= 500) {
            return new Submission.Refused(code, refusesRecipient(e));
        }
        return new Submission.NotDelivered(code, transport.dotWritten() ? "deferred" : "interrupted");
    }

    /** The answer of the server that led to the failure; 0 when there was none. */
    private static int codeOf(Exception failure) {
        int code = 0;
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            int said =
                    switch (e) {
                        case SMTPAddressFailedException address -> address.getReturnCode();
                        case SMTPSenderFailedException sender -> sender.getReturnCode();
                        case SMTPSendFailedException command -> command.getReturnCode();
                        default -> 0;
                    };
            code = said >= 400 ? said : code;
        }
        return code;
    }

    private static boolean refusesRecipient(Exception failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException) {
                return true;
            }
        }
        return false;
    }
}
