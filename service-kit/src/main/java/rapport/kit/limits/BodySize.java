package rapport.kit.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large bodies may be. A bean, because filters and readers are made before the configuration is read. */
@ApplicationScoped
public class BodySize {
    private final long general;

    BodySize(@ConfigProperty(name = "kit.max-body", defaultValue = "1048576") long general) {
        this.general = general;
    }

    /** In bytes: what the resource method says with {@link MaxBody}, else the limit of the service; null for no method. */
    public long limit(Method method) {
        MaxBody own = method == null ? null : method.getAnnotation(MaxBody.class);
        return own == null ? general : own.value();
    }
}
