package rapport.followup.mail;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import rapport.followup.crash.CrashPoints;
import rapport.kit.lifecycle.ShutdownStep;
import rapport.kit.upkeep.Chore;

/**
 * Connections to the mail server, each used for one message after the other. Who takes one has it alone. Only one whose last
 * message the server took is given back: after anything else nobody knows what the server waits for.
 */
@ApplicationScoped
public class SmtpConnections implements Chore {

    private final MailConfig config;
    private final CrashPoints crash;
    private final Session session;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();

    public SmtpConnections(MailConfig config, CrashPoints crash) {
        this.config = config;
        this.crash = crash;
        this.session = Session.getInstance(properties(config));
    }

    private record Idle(PhaseAwareTransport connection, long since) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - since > age.toNanos();
        }
    }

    Session session() {
        return session;
    }

    /** One that waits and whose server still answers, else a new one. */
    PhaseAwareTransport take() throws MessagingException {
        for (Idle last = idle.pollFirst(); last != null; last = idle.pollFirst()) {
            if (!last.isOlderThan(config.idle()) && last.connection().beginsAnew()) {
                return last.connection();
            }
            close(last.connection());
        }
        var connection = new PhaseAwareTransport(session, crash);
        connection.connect(
                config.host(),
                config.port(),
                config.username().orElse(null),
                config.password().orElse(null));
        return connection;
    }

    /** The server took its message, so it may be asked to take another one. */
    void giveBack(PhaseAwareTransport connection) {
        if (connection.messages() < config.perConnection()) {
            idle.addFirst(new Idle(connection, System.nanoTime()));
        } else {
            close(connection);
        }
    }

    void close(PhaseAwareTransport connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // What became of its message is known by now; how the connection ends changes nothing.
            return;
        }
    }

    /** Closes what nobody has needed for a while; the last one that was used is the first one that is taken. */
    @Override
    public int runOnce() {
        int closed = 0;
        for (Idle oldest = idle.pollLast(); oldest != null; oldest = idle.pollLast()) {
            if (!oldest.isOlderThan(config.idle())) {
                idle.addLast(oldest);
                return closed;
            }
            close(oldest.connection());
            closed++;
        }
        return closed;
    }

    void closeAll(@Observes @Priority(ShutdownStep.CLOSE) ShutdownEvent event) {
        for (Idle each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
            close(each.connection());
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
        // Whether a connection is alive is asked by RSET, so that nothing of the message before is left (RFC 5321,
        // 4.1.1.5).
        properties.put("mail.smtp.userset", "true");
        return properties;
    }
}
