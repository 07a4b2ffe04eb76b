package rapport.followup.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How answers and bounces arrive. */
@ConfigMapping(prefix = "followup.inbound")
public interface InboundConfig {

    /** Whether the SMTP listener runs. Its host has to be the MX of the reply domain, or the one that forwards its mail. */
    @WithDefault("false")
    boolean smtp();

    /** Where the listener is reached. */
    @WithDefault("0.0.0.0")
    String host();

    @WithDefault("2525")
    int port();

    /** Largest mail that is taken, in bytes; of what is larger than the part that is read only the beginning counts. */
    @WithDefault("26214400")
    int maxSize();

    /** How many conversations are held at the same time, and how many of them with one host. */
    @WithDefault("50")
    int connections();

    @WithDefault("10")
    int connectionsPerHost();

    /** Longest silence in a conversation. */
    @WithDefault("PT30S")
    Duration timeout();

    /** Signs what a mail provider posts to {@code /inbound/mail}, as {@code whsec_} and base64. Without it nothing is taken there. */
    Optional<String> webhookSecret();
}
