package rapport.kit.outbox;

import org.jboss.logging.MDC;

/** The W3C trace context of the running request, as far as tracing has put it into the log context. */
final class Traceparent {
    private Traceparent() {}

    /** Null when nothing is traced. */
    static String current() {
        if (MDC.get("traceId") instanceof String trace
                && trace.length() == 32
                && MDC.get("spanId") instanceof String span
                && span.length() == 16) {
            return "00-" + trace + "-" + span + "-" + ("true".equals(MDC.get("sampled")) ? "01" : "00");
        }
        return null;
    }
}
