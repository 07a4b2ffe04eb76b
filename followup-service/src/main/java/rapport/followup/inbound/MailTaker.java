package rapport.followup.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/** One mail's way through the listener: acknowledged when what it means is committed, not earlier. */
final class MailTaker implements MessageHandler {

    private static final Logger LOG = Logger.getLogger(MailTaker.class);

    /** Head and words stand at the beginning; attachments are read over and forgotten. */
    private static final int READ = 1 << 20;

    private final Inbox inbox;
    private final ReplyAddresses addresses;
    private final int maxSize;
    private final List<String> recipients = new ArrayList<>();

    MailTaker(Inbox inbox, ReplyAddresses addresses, int maxSize) {
        this.inbox = inbox;
        this.addresses = addresses;
        this.maxSize = maxSize;
    }

    @Override
    public void from(String sender) {
        // Anybody may answer, from any address; bounces come from none at all.
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        if (!addresses.takes(recipient)) {
            throw new RejectException(550, "5.1.1 no such mailbox here");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, TooMuchDataException, IOException {
        byte[] mail = data.readNBytes(READ);
        if (mail.length + rest(data) > maxSize) {
            throw new RejectException(552, "5.3.4 too large");
        }
        try {
            Outcome outcome = inbox.receive(mail, recipients);
            return "2.0.0 " + outcome.name().toLowerCase(Locale.ROOT);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "mail not taken, its server tries again: failure=%s",
                    e.getClass().getSimpleName());
            throw new RejectException(451, "4.3.0 try again later");
        }
    }

    /** Reads over the rest, so that the refusal is heard; whoever goes on much longer is cut off. */
    private long rest(InputStream data) throws IOException, TooMuchDataException {
        long size = 0;
        for (long more = data.skip(READ); more > 0; more = data.skip(READ)) {
            size += more;
            if (size > 4L * maxSize) {
                throw new TooMuchDataException("much too large");
            }
        }
        return size;
    }

    @Override
    public void done() {
        recipients.clear();
    }
}
