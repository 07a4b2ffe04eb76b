package rapport.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the running request, as the access token says. Only inside a request that was authenticated. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's {@code sub}: stable and opaque, the owner of what the caller creates. */
    public String subject() {
        return token().getSubject();
    }

    /**
     * The caller's e-mail address, lower case and NFC, if the issuer vouches for it ({@code email_verified}). Empty
     * otherwise: an address that anybody could have typed gives no rights.
     */
    public Optional<String> verifiedEmail() {
        Object verified = token().getClaim("email_verified");
        String email = token().getClaim("email");
        if (email == null || !"true".equals(String.valueOf(verified))) {
            return Optional.empty();
        }
        return Optional.of(
                Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /** Whether the caller has one of the {@link Roles}. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** How the caller is called (claim {@code name}); the subject when the token has no name. Not unique. */
    public String displayName() {
        String name = token().getClaim("name");
        return name == null || name.isBlank() ? subject() : name.strip();
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new IllegalStateException("no authenticated caller: the operation must not be open to everybody");
    }
}
