package rapport.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Gives failures below the REST layer, such as an undecodable path, the same shape as all others. */
@ApplicationScoped
class RouterProblems {

    void register(@Observes Router router) {
        for (int status : new int[] {400, 404, 405, 406, 413, 414, 415, 431}) {
            router.errorHandler(status, context -> answer(context, ProblemKind.of(status)));
        }
        router.route().order(Integer.MIN_VALUE).failureHandler(RouterProblems::failed);
    }

    private static void failed(RoutingContext context) {
        ProblemKind kind =
                switch (context.failure()) {
                    case UnauthorizedException e -> ProblemKind.UNAUTHENTICATED;
                    case AuthenticationFailedException e -> ProblemKind.UNAUTHENTICATED;
                    case ForbiddenException e -> ProblemKind.FORBIDDEN;
                    case null, default -> null;
                };
        int status = context.statusCode();
        if (kind == null && status >= 400 && status < 500) {
            kind = ProblemKind.of(status);
        }
        if (kind == null || context.response().headWritten()) {
            context.next();
            return;
        }
        answer(context, kind);
    }

    private static void answer(RoutingContext context, ProblemKind kind) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (kind == ProblemKind.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        Problem problem = Problem.of(kind, kind.code(), ProblemMappers.detail(kind), Trace.id(context), List.of());
        response.setStatusCode(kind.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-store")
                .end(ProblemRenderer.json(problem));
    }
}
