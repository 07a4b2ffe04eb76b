package rapport.kit.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/**
 * Answers 429 with {@code Retry-After} to a caller who asks more often than the service can bear: a bucket of
 * {@code kit.rate.burst} requests per principal (per remote address for the anonymous), refilled with
 * {@code kit.rate.per-second}. The counts are this replica's.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class RateLimit implements ContainerRequestFilter {
    private final Rates rates;
    private final SecurityIdentity identity;

    @Context
    HttpServerRequest connection;

    RateLimit(Rates rates, SecurityIdentity identity) {
        this.rates = rates;
        this.identity = identity;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Bucket bucket = rates.of(principal());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private String principal() {
        if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
            return "sub:" + token.getSubject();
        }
        return "address:" + connection.remoteAddress().hostAddress();
    }

    private static final class TooManyRequests extends DomainException {
        TooManyRequests(Duration wait) {
            super(
                    ProblemKind.TOO_MANY_REQUESTS,
                    ProblemKind.TOO_MANY_REQUESTS.code(),
                    "Too many requests in a short time.",
                    wait);
        }
    }
}
