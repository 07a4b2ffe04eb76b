package rapport.followup.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How messages leave the house. */
@ConfigMapping(prefix = "followup.mail")
public interface MailConfig {

    /** The address in From. Its domain has to publish SPF and DKIM for the server below, else messages end as spam. */
    @WithDefault("followup@rapport.example")
    String sender();

    /**
     * The domain whose mail arrives at this service's own SMTP listener. With it, answers go to their owner and here; without it
     * nobody notices that somebody answered.
     */
    Optional<String> replyDomain();

    /** Keys the hashes of suppressed addresses. With another key nobody is recognised: those who said stop are written to. */
    String addressKey();

    String host();

    int port();

    Optional<String> username();

    Optional<String> password();

    /** Whether STARTTLS is required. If it is, a server that does not offer it gets nothing, in particular not in clear. */
    @WithDefault("false")
    boolean startTls();

    /**
     * Takes every follow-up for sent before it is written as mail, to measure all that comes before. Where people wait for mail it must
     * be off.
     */
    @WithDefault("false")
    boolean discard();

    /** Messages over one connection. Servers that take fewer hang up, which costs a new connection; with 1 none is used twice. */
    @WithDefault("100")
    int perConnection();

    /** How long a connection waits for its next message. Beyond the patience of the server it is hung up there. */
    @WithDefault("PT10S")
    Duration idle();

    /** Longest wait for any single answer of the server. Has to be well below the lease of a claim. */
    @WithDefault("PT20S")
    Duration timeout();
}
