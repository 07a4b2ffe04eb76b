package rapport.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every answer that is not a success: a problem document (RFC 9457), media type {@value #MEDIA_TYPE}.
 *
 * @param type identifies the sort of problem: {@code urn:rapport:problem:<code>}
 * @param title short text for people, the same for every problem with the same status
 * @param status the HTTP status code, repeated
 * @param detail what happened this time, for people; never contains internals of the service
 * @param code what happened, for programs; stable, kebab-case
 * @param traceId finds the request in the service's log and traces
 * @param errors every fault of the request; left out of the document when there is none
 */
@Schema(name = "Problem", description = "What every answer that is not a success looks like (RFC 9457).")
public record Problem(
        @Schema(required = true, examples = "urn:rapport:problem:validation")
        String type,

        @Schema(required = true, examples = "Bad request") String title,
        @Schema(required = true, examples = "400") int status,

        @Schema(required = true, examples = "The request has 1 fault.")
        String detail,

        @Schema(required = true, examples = "validation") String code,

        @Schema(required = true, examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A problem of the given kind; {@code type}, {@code title} and {@code status} follow from kind and code. */
    public static Problem of(ProblemKind kind, String code, String detail, String traceId, List<Fault> errors) {
        return new Problem("urn:rapport:problem:" + code, kind.title(), kind.status(), detail, code, traceId, errors);
    }
}
