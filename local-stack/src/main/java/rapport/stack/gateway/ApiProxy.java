package rapport.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** One service under its prefix: the prefix is stripped and told to the service in X-Forwarded-Prefix. */
final class ApiProxy implements ProxyInterceptor {
    private final String prefix;
    private final String service;

    private ApiProxy(String prefix, String service) {
        this.prefix = prefix;
        this.service = service;
    }

    static HttpProxy to(Vertx vertx, String prefix, String service, int port) {
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(128)
                .setConnectTimeout(2_000)
                // Shorter than the services' own limit, so that no request meets a connection that is just closing.
                .setKeepAliveTimeout(20));
        return HttpProxy.reverseProxy(client).origin(port, "127.0.0.1").addInterceptor(new ApiProxy(prefix, service));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        HttpServerRequest original = request.proxiedRequest();
        String rest = request.getURI().substring(prefix.length());
        request.setURI(rest.startsWith("/") ? rest : "/" + rest);
        String host = original.getHeader("Host");
        request.headers()
                .set("X-Forwarded-Prefix", prefix)
                .set("X-Forwarded-Host", host == null ? "localhost" : host)
                .set("X-Forwarded-Proto", "http")
                .set("X-Forwarded-For", original.remoteAddress().hostAddress());
        return context.sendRequest().recover(failure -> {
            request.release();
            return Future.succeededFuture(request.response()
                    .setStatusCode(503)
                    .putHeader("Content-Type", Problems.CONTENT_TYPE)
                    .putHeader("Retry-After", "1")
                    .setBody(Body.body(Problems.unavailable(service))));
        });
    }
}
