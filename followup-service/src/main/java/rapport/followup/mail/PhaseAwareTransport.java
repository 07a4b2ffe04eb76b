package rapport.followup.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import rapport.followup.crash.CrashPoint;
import rapport.followup.crash.CrashPoints;

/**
 * Remembers of the message under way whether the final dot may have been written: from then on nobody can know without the
 * server's answer.
 */
final class PhaseAwareTransport extends SMTPTransport {

    private final CrashPoints crash;
    private boolean dotWritten;
    private int messages;

    PhaseAwareTransport(Session session, CrashPoints crash) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.crash = crash;
    }

    boolean dotWritten() {
        return dotWritten;
    }

    /** How many messages it was used for. */
    int messages() {
        return messages;
    }

    /** Makes the server forget the message before; false when it does not answer any more. */
    boolean beginsAnew() {
        dotWritten = false;
        return isConnected();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        messages++;
        crash.pass(CrashPoint.BEFORE_DATA);
        return super.data();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        if (dotWritten) {
            crash.pass(CrashPoint.AFTER_DOT);
        }
        return super.readServerResponse();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        crash.pass(CrashPoint.BEFORE_DOT);
        // Set before the attempt: a failure in the middle of writing the dot counts as written.
        dotWritten = true;
        super.finishData();
    }
}
