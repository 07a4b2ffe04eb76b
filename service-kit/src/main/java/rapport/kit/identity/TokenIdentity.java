package rapport.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What the kit adds to the token checks of the OIDC layer: everybody who is signed in is an attendee, a token without subject
 * is nobody's, and an ID token is no access token.
 */
@ApplicationScoped
class TokenIdentity implements SecurityIdentityAugmentor {
    private static final List<String> ONLY_IN_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        if (identity.getPrincipal() instanceof JsonWebToken token && !isAccessToken(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("not an access token of a person"));
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addRole(Roles.ATTENDEE)
                        .build());
    }

    private static boolean isAccessToken(JsonWebToken token) {
        return token.getSubject() != null
                && !token.getSubject().isBlank()
                && !"ID".equals(token.getClaim("typ"))
                && ONLY_IN_ID_TOKENS.stream().noneMatch(token::containsClaim);
    }
}
