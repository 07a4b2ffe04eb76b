package rapport.stack.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** The gateway's own refusals, in the one shape that the services have. */
final class Problems {
    static final String CONTENT_TYPE = "application/problem+json";

    private Problems() {}

    static Buffer notFound() {
        return problem(404, "Not Found", "not-found", "There is nothing at this address; / lists what is here.");
    }

    static Buffer unavailable(String service) {
        return problem(503, "Service Unavailable", "unavailable", service + " does not answer at the moment.");
    }

    private static Buffer problem(int status, String title, String code, String detail) {
        return new JsonObject()
                .put("type", "urn:rapport:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .toBuffer();
    }
}
