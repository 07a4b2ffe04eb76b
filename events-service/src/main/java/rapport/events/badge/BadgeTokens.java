package rapport.events.badge;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.kit.token.OpaqueTokens;

/** Makes the tokens on badges, and tells them from anything else that a camera can read. */
@ApplicationScoped
public class BadgeTokens {
    private static final String PREFIX = "RB1-";
    private static final int SEED_BYTES = 16;

    /** What is stored of a new token. */
    record Fresh(byte[] seed, byte[] hash) {}

    private final OpaqueTokens tokens;
    private final SecureRandom random = new SecureRandom();

    /** @param key base64; whoever holds it can print valid badges */
    BadgeTokens(@ConfigProperty(name = "rapport.token-key") String key) {
        this.tokens = new OpaqueTokens(Base64.getDecoder().decode(key), PREFIX);
    }

    Fresh fresh() {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new Fresh(seed, OpaqueTokens.hash(tokens.issue(seed)));
    }

    /** Whether the text is a token of this platform, without a look-up. Whose, and whether it is still valid, it does not say. */
    public boolean genuine(String token) {
        return tokens.genuine(token);
    }

    /** What the code of the badge with this seed says. */
    public String text(byte[] seed) {
        return tokens.issue(seed);
    }
}
