package rapport.followup.testing;

import java.time.Duration;
import java.util.Optional;
import rapport.followup.mail.MailConfig;

/** The mail server of a test. */
public record MailSettings(String host, int port, boolean startTls, int perConnection) implements MailConfig {

    public MailSettings(String host, int port, boolean startTls) {
        this(host, port, startTls, 100);
    }

    public static MailSettings of(ScriptedServer server) {
        return new MailSettings("127.0.0.1", server.port(), false, 100);
    }

    @Override
    public String sender() {
        return "followup@rapport.example";
    }

    @Override
    public Optional<String> replyDomain() {
        return Optional.of("reply.rapport.example");
    }

    @Override
    public String addressKey() {
        return "test";
    }

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public boolean discard() {
        return false;
    }

    @Override
    public Duration idle() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }
}
