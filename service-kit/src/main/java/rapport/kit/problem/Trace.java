package rapport.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace id of the running request: 32 hexadecimal digits, taken from the header {@code traceparent} (W3C Trace Context)
 * or made up, and then the same for the whole request.
 */
@ApplicationScoped
public class Trace {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NONE = "0".repeat(32);
    private static final String KEY = Trace.class.getName();

    private final CurrentVertxRequest request;

    Trace(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The id of the current request; a new one when there is no request. */
    public String id() {
        return id(request.getCurrent());
    }

    /** The id of the given request. */
    static String id(RoutingContext context) {
        if (context == null) {
            return random();
        }
        String known = context.get(KEY);
        if (known == null) {
            known = given(context.request().getHeader("traceparent"));
            context.put(KEY, known);
        }
        return known;
    }

    private static String given(String traceparent) {
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches() && !matcher.group(1).equals(NONE)) {
                return matcher.group(1);
            }
        }
        return random();
    }

    private static String random() {
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }
}
