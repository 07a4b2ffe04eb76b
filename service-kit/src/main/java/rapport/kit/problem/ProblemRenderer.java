package rapport.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** Writes {@link Problem}s: the same document wherever in the stack a request failed. */
@ApplicationScoped
class ProblemRenderer {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Trace trace;

    ProblemRenderer(Trace trace) {
        this.trace = trace;
    }

    Response refusal(DomainException refusal) {
        Response.ResponseBuilder response =
                response(refusal.kind(), refusal.code(), refusal.detail(), refusal.faults());
        refusal.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
        return response.build();
    }

    Response.ResponseBuilder response(ProblemKind kind, String code, String detail, List<Fault> faults) {
        // A text, not the record: it is written whatever the caller said to accept.
        return Response.status(kind.status())
                .type(Problem.MEDIA_TYPE)
                .entity(json(Problem.of(kind, code, detail, trace.id(), faults)));
    }

    static String json(Problem problem) {
        try {
            return MAPPER.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always writable", e);
        }
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
