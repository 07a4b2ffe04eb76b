package rapport.kit.problem;

import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Which methods the address of the running request knows. The container answers 405 without saying so (RFC 9110, 15.5.6). */
final class AllowedMethods {

    private AllowedMethods() {}

    /** The value of the header {@code Allow}; empty when it cannot be told. */
    static String ofCurrentRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return "";
        }
        var match = new RequestMapper<>(request.getDeployment().getClassMappers()).map(request.getPathWithoutPrefix());
        return match == null ? "" : methods(match);
    }

    private static String methods(RequestMapper.RequestMatch<InitialMatch> match) {
        var methods = new TreeSet<String>();
        String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
        for (ServerRestHandler handler : match.value.handlers) {
            if (handler instanceof ClassRoutingHandler routing) {
                routing.getMappers().forEach((method, mapper) -> {
                    if (method != null && mapper.map(remaining) != null) {
                        methods.add(method);
                    }
                });
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
