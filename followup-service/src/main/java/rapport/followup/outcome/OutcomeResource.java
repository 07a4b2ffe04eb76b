package rapport.followup.outcome;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.problem.NotFound;

@Path("/followups/{id}/outcome")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "outcomes")
class OutcomeResource {

    private static final String OUTCOME = """
            {"followUpId":"0199a6f2-7c00-7000-8000-00000000f001","version":1,"kind":"ADVICE",\
            "note":"Read the registry's protocol first.","recordedAt":"2026-12-02T10:00:00Z"}""";

    private final OutcomeTable outcomes;
    private final Caller caller;
    private final Clock clock;

    OutcomeResource(OutcomeTable outcomes, Caller caller, Clock clock) {
        this.outcomes = outcomes;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Operation(operationId = "setOutcome", summary = "Say what came of a follow-up")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = OutcomeView.class),
                            examples = @ExampleObject(name = "advice", value = OUTCOME)))
    public Response set(UUID id, @Valid @NotNull NewOutcome body) {
        String owner = caller.subject();
        if (!outcomes.put(owner, id, body, clock.instant())) {
            throw outcomes.isMine(owner, id) ? new NothingSent() : new NotFound("follow-up");
        }
        return tagged(owner, id);
    }

    @GET
    @Operation(operationId = "getOutcome", summary = "What came of a follow-up")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = OutcomeView.class),
                            examples = @ExampleObject(name = "advice", value = OUTCOME)))
    public Response get(UUID id) {
        return tagged(caller.subject(), id);
    }

    private Response tagged(String owner, UUID id) {
        OutcomeView outcome = outcomes.find(owner, id).orElseThrow(() -> new NotFound("outcome"));
        return Response.ok(outcome).header("ETag", ETags.of(outcome.version())).build();
    }
}
