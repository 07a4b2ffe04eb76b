package rapport.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a minute which tokens were found to be good, because a phone that empties its queue sends the same one with every
 * request, and checking its signature costs more than storing its scan.
 *
 * <p>Every token is checked in full by the OIDC layer at first and again each minute, so that a key that the issuer withdraws is
 * noticed then. Expiry is looked at each time, to the second. A token that was refused is never remembered.
 *
 * <p>Who is recognised is made known to the container before it begins to look for a mechanism: its chain of asynchronous steps
 * costs more than all filters together.
 */
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 20_000;
    private static final int AFTER_AUTHENTICATION = -150;

    private final OidcAuthenticationMechanism oidc;
    private final Clock clock;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    VerifiedTokens(OidcAuthenticationMechanism oidc, Clock clock) {
        this.oidc = oidc;
        this.clock = clock;
    }

    private record Verified(SecurityIdentity identity, Instant expiry) {}

    /** Between the container's authentication, which would ask the mechanisms as soon as somebody wants to know, and all others. */
    void register(@Observes Router router) {
        router.route().order(AFTER_AUTHENTICATION).handler(this::recognise);
    }

    private void recognise(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Verified known = authorization == null ? null : verified.getIfPresent(authorization);
        if (known != null && clock.instant().isBefore(known.expiry())) {
            QuarkusHttpUser.setIdentity(known.identity(), context);
        }
        context.next();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Uni<SecurityIdentity> checked = oidc.authenticate(context, identities);
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization == null
                ? checked
                : checked.onItem().ifNotNull().invoke(identity -> remember(authorization, identity));
    }

    private void remember(String authorization, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            verified.put(authorization, new Verified(identity, Instant.ofEpochSecond(token.getExpirationTime())));
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    /** Before the mechanism that it asks. */
    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
