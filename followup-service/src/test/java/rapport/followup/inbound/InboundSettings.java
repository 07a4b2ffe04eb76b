package rapport.followup.inbound;

import java.time.Duration;
import java.util.Optional;

/** A listener of a test, on any free port and with small limits. */
record InboundSettings(Optional<String> webhookSecret) implements InboundConfig {

    @Override
    public boolean smtp() {
        return true;
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public int maxSize() {
        return 2 << 20;
    }

    @Override
    public int connections() {
        return 4;
    }

    @Override
    public int connectionsPerHost() {
        return 3;
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }
}
