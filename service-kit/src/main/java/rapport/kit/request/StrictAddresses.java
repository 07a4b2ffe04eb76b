package rapport.kit.request;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Refuses an address that is no URI, such as one with {@code %zz} in its path or query, before anything else looks at it. The
 * container's own check, which knows no problem documents, is turned off in favour of this one.
 */
@ApplicationScoped
class StrictAddresses {

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(StrictAddresses::check);
    }

    private static void check(RoutingContext context) {
        try {
            new URI(context.request().uri());
        } catch (URISyntaxException e) {
            context.fail(400);
            return;
        }
        context.next();
    }
}
