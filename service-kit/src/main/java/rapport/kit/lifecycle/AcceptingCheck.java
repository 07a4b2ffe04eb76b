package rapport.kit.lifecycle;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while shutting down. That the database is reachable is checked by the data source's own readiness check; Kafka is
 * no part of readiness, because nothing that a caller asks for waits for it.
 */
@Readiness
class AcceptingCheck implements HealthCheck {
    private final ShutdownState state;

    AcceptingCheck(ShutdownState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("accepting requests")
                .status(!state.stopping())
                .build();
    }
}
