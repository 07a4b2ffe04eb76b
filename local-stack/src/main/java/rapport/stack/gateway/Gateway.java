package rapport.stack.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import java.util.Map;
import java.util.TreeMap;
import rapport.stack.PortPlan;
import rapport.stack.mail.Mailbox;
import rapport.stack.mail.Replies;

/** One origin in front of everything that a person or a browser reaches. */
public final class Gateway implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Vertx vertx;

    private Gateway(Vertx vertx) {
        this.vertx = vertx;
    }

    public static Gateway start(PortPlan ports, Mailbox mailbox) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        var router = Router.router(vertx);
        var services = new TreeMap<>(
                Map.of("events", ports.events(), "contacts", ports.contacts(), "followup", ports.followup()));
        // Probes and metrics stay inside, as behind every gateway of the platform.
        router.routeWithRegex("/api/[a-z]+/q/(health|metrics).*").handler(Gateway::notFound);
        services.forEach((name, port) -> {
            String prefix = "/api/" + name;
            HttpProxy proxy = ApiProxy.to(vertx, prefix, name + "-service", port);
            router.route(prefix + "/*").handler(context -> proxy.handle(context.request()));
        });
        StartPage.register(router);
        new MailboxPages(mailbox, Replies.to(ports.inbound())).register(router);
        new DocsPages(vertx, services).register(router);
        router.route().last().handler(Gateway::notFound);
        router.errorHandler(404, Gateway::notFound);
        vertx.createHttpServer(new HttpServerOptions()
                        .setHost(HOST)
                        .setPort(ports.gateway())
                        // Clients that upgrade in the middle of a request would leave the proxy with half of it.
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new Gateway(vertx);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void notFound(RoutingContext context) {
        context.response()
                .setStatusCode(404)
                .putHeader("Content-Type", Problems.CONTENT_TYPE)
                .end(Problems.notFound());
    }
}
