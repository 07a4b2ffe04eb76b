package rapport.contacts.scan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.kit.token.OpaqueTokens;

/** Tells the platform's badges from anything else that a camera can read, without a look-up. */
@ApplicationScoped
class Badges {
    private static final String PREFIX = "RB1-";

    private final OpaqueTokens tokens;

    /** @param key base 64 of the key that events-service signs badges with; with another one every badge is garbage */
    Badges(@ConfigProperty(name = "rapport.token-key") String key) {
        this.tokens = new OpaqueTokens(Base64.getDecoder().decode(key), PREFIX);
    }

    boolean genuine(String token) {
        return tokens.genuine(token);
    }
}
