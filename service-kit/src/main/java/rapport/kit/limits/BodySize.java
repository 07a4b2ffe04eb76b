package rapport.kit.limits;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The largest body where a method has no limit of its own. A bean, because filters are made before the configuration is read. */
@ApplicationScoped
class BodySize {
    private final long limit;

    BodySize(@ConfigProperty(name = "kit.max-body", defaultValue = "1048576") long limit) {
        this.limit = limit;
    }

    /** In bytes. */
    long limit() {
        return limit;
    }
}
