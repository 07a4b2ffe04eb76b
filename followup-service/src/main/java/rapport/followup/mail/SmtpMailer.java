package rapport.followup.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;
import rapport.followup.crash.CrashPoints;

/** Submits over SMTP, one connection per message, and tells apart what must and what must not be tried again. */
@ApplicationScoped
public class SmtpMailer implements Mailer {

    private static final Logger LOG = Logger.getLogger(SmtpMailer.class);
    private static final int ACCEPTED = 250;

    private final MailConfig config;
    private final Session session;
    private final CrashPoints crash;

    public SmtpMailer(MailConfig config, CrashPoints crash) {
        this.config = config;
        this.crash = crash;
        if (config.discard()) {
            LOG.warn("messages are discarded instead of sent");
        }
        this.session = Session.getInstance(properties(config));
    }

    @Override
    public Submission submit(String recipientAddress, byte[] message) {
        return submit(config.sender(), recipientAddress, message);
    }

    @Override
    public Submission submit(String envelopeSender, String recipientAddress, byte[] message) {
        if (config.discard()) {
            return new Submission.Accepted(ACCEPTED);
        }
        var transport = new PhaseAwareTransport(session, crash);
        try {
            connect(transport);
        } catch (MessagingException e) {
            return new Submission.NotDelivered(codeOf(e), "connection-failed");
        }
        try {
            var recipient = new InternetAddress(recipientAddress);
            var mail = new SMTPMessage(session, new ByteArrayInputStream(message));
            mail.setEnvelopeFrom(envelopeSender);
            transport.sendMessage(mail, new Address[] {recipient});
            return new Submission.Accepted(transport.getLastReturnCode());
        } catch (MessagingException | RuntimeException e) {
            return failed(transport, e);
        } finally {
            close(transport);
        }
    }

    private void connect(PhaseAwareTransport transport) throws MessagingException {
        transport.connect(
                config.host(),
                config.port(),
                config.username().orElse(null),
                config.password().orElse(null));
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

    private static void close(PhaseAwareTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The outcome is known by now; how the connection ends changes nothing.
            return;
        }
    }

    private static Properties properties(MailConfig config) {
        String timeout = Long.toString(config.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(config.startTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(config.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }
}
