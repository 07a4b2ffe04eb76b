package rapport.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The only place that turns exceptions into answers. A refusal is the caller's business and is logged at debug; a failure of
 * the service is logged with its stack, and its message stays here.
 */
@ApplicationScoped
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemRenderer renderer;
    private final Trace trace;

    ProblemMappers(ProblemRenderer renderer, Trace trace) {
        this.renderer = renderer;
        this.trace = trace;
    }

    @ServerExceptionMapper
    public Response refused(DomainException refusal) {
        LOG.debugf("refused: status=%d code=%s", refusal.kind().status(), refusal.code());
        return renderer.refusal(refusal);
    }

    @ServerExceptionMapper
    public Response violated(ConstraintViolationException violated, UriInfo uri) {
        var violations = new CallViolations(uri.getPathParameters().keySet());
        var faults = new ArrayList<Fault>();
        for (var violation : violated.getConstraintViolations()) {
            var fault = violations.fault(violation);
            if (fault.isEmpty()) {
                return unexpected(violated);
            }
            faults.add(fault.get());
        }
        faults.sort((a, b) -> (a.pointer() + a.code()).compareTo(b.pointer() + b.code()));
        return refused(new Invalid(faults));
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException failure) {
        // Bodies are read by the kit, which knows the place of a fault: this is an answer that could not be written.
        return unexpected(failure);
    }

    @ServerExceptionMapper
    public Response unknownPath(NotFoundException missing) {
        return plain(ProblemKind.NOT_FOUND, "There is nothing at this address.").build();
    }

    @ServerExceptionMapper
    public Response refusedByTransport(WebApplicationException refused) {
        Response original = refused.getResponse();
        if (original.getStatus() >= 500) {
            return unexpected(refused);
        }
        if (original.getStatus() < 400) {
            return original;
        }
        ProblemKind kind = ProblemKind.of(original.getStatus());
        Response.ResponseBuilder response = plain(kind, detail(kind));
        if (kind == ProblemKind.METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, AllowedMethods.ofCurrentRequest());
        }
        String wait = original.getHeaderString(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, wait);
        }
        return response.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notSignedIn() {
        return plain(ProblemKind.UNAUTHENTICATED, "A valid access token is required.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response notAllowed() {
        return plain(ProblemKind.FORBIDDEN, "Your roles do not allow this operation.")
                .build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        var refusal = Failures.refusal(failure);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (Failures.isDisconnect(failure)) {
            LOG.debug("the client went away before the end of its answer");
            // Nobody reads it; without an entity nothing more is written to the closed connection.
            return Response.noContent().build();
        }
        LOG.errorf(failure, "unhandled failure, answered with 500: traceId=%s", trace.id());
        return plain(ProblemKind.INTERNAL, "Something went wrong on our side. It was logged.")
                .build();
    }

    private Response.ResponseBuilder plain(ProblemKind kind, String detail) {
        LOG.debugf("refused: status=%d", kind.status());
        return renderer.response(kind, kind.code(), detail, List.of());
    }

    static String detail(ProblemKind kind) {
        return switch (kind) {
            case METHOD_NOT_ALLOWED -> "This address does not know the method.";
            case NOT_ACCEPTABLE -> "None of the accepted media types can be produced.";
            case UNSUPPORTED_MEDIA_TYPE -> "The media type of the body is missing or not supported.";
            case TOO_LARGE -> "The request is larger than is accepted.";
            case UNAUTHENTICATED -> "A valid access token is required.";
            case FORBIDDEN -> "Your roles do not allow this operation.";
            case NOT_FOUND -> "There is nothing at this address.";
            case INTERNAL -> "Something went wrong on our side. It was logged.";
            case UNAVAILABLE -> "The service is busy or restarting. Try again.";
            default -> "The request is malformed.";
        };
    }
}
