package rapport.followup.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Remembers whether the final dot may have been written: from then on nobody can know without the server's answer. */
final class PhaseAwareTransport extends SMTPTransport {

    private boolean dotWritten;

    PhaseAwareTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    boolean dotWritten() {
        return dotWritten;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        // Set before the attempt: a failure in the middle of writing the dot counts as written.
        dotWritten = true;
        super.finishData();
    }
}
