package rapport.stack.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** Swagger UI with the OpenAPI documents of the three services, everything from this origin. */
final class DocsPages {
    private static final String INITIALIZER = """
            window.onload = () => {
              window.ui = SwaggerUIBundle({
                urls: [
                  { url: "/docs/openapi/events.json", name: "events-service" },
                  { url: "/docs/openapi/contacts.json", name: "contacts-service" },
                  { url: "/docs/openapi/followup.json", name: "followup-service" }
                ],
                dom_id: "#swagger-ui",
                validatorUrl: null,
                presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
                layout: "StandaloneLayout"
              });
            };
            """;

    private final HttpClient client;
    private final Map<String, Integer> ports;

    DocsPages(Vertx vertx, Map<String, Integer> ports) {
        this.client = vertx.createHttpClient();
        this.ports = ports;
    }

    void register(Router router) {
        router.get("/docs").handler(context -> context.redirect("/docs/index.html"));
        router.get("/docs/").handler(context -> context.redirect("/docs/index.html"));
        router.get("/docs/swagger-initializer.js").handler(context -> context.response()
                .putHeader("Content-Type", "text/javascript; charset=utf-8")
                .end(INITIALIZER));
        router.get("/docs/openapi/:document").handler(this::document);
        router.route("/docs/*").handler(context -> {
            context.response()
                    .putHeader(
                            "Content-Security-Policy",
                            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'");
            context.next();
        });
        router.route("/docs/*").handler(StaticHandler.create("META-INF/resources/webjars/swagger-ui/" + version()));
    }

    /** The service's own document; only the server is named as this origin knows it. */
    private void document(RoutingContext context) {
        String service = context.pathParam("document").replace(".json", "");
        Integer port = ports.get(service);
        if (port == null) {
            context.next();
            return;
        }
        client.request(HttpMethod.GET, port, "127.0.0.1", "/q/openapi?format=json")
                .compose(request -> request.send())
                .compose(response -> response.body())
                .map(body -> new JsonObject(body)
                        .put("servers", new JsonArray().add(new JsonObject().put("url", "/api/" + service))))
                .onSuccess(context::json)
                .onFailure(failure -> context.response()
                        .setStatusCode(503)
                        .putHeader("Content-Type", Problems.CONTENT_TYPE)
                        .end(Problems.unavailable(service + "-service")));
    }

    private static String version() {
        var pom = new Properties();
        try (var file = DocsPages.class
                .getClassLoader()
                .getResourceAsStream("META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            pom.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pom.getProperty("version");
    }
}
