package rapport.followup.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;

/** Every answer is the follow-up, whose ETag counts the changes of its steps, too. */
@Path("/followups/{id}/steps")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "follow-ups")
class StepResource {

    private final StepService service;

    StepResource(StepService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addStep",
            summary = "Add a step after all others",
            description = "To a follow-up that was sent as well: it then goes on with this step.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "scheduled", value = Examples.SCHEDULED)))
    public Response add(UUID id, @Valid @NotNull NewStep body) {
        return tagged(Response.status(Response.Status.CREATED), service.add(id, body));
    }

    @PATCH
    @Path("{stepId}")
    @Consumes(Change.MERGE_PATCH)
    @Operation(
            operationId = "changeStep",
            summary = "Edit or move a step that is not sent yet",
            description = "New words need a new approval; a new schedule alone does not.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "scheduled", value = Examples.SCHEDULED)))
    public Response change(
            UUID id, UUID stepId, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull StepChange body) {
        return tagged(Response.ok(), service.change(id, stepId, ifMatch, body));
    }

    @PUT
    @Path("{stepId}/words")
    @Operation(
            operationId = "fillStep",
            summary = "Write a step from a template",
            description = "With what is known now; the step remembers the version of the template.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
    public Response fill(UUID id, UUID stepId, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull FillStep body) {
        return tagged(Response.ok(), service.fill(id, stepId, ifMatch, body));
    }

    @DELETE
    @Path("{stepId}")
    @Operation(
            operationId = "removeStep",
            summary = "Remove a step that is not sent yet",
            description = "The last one cannot be removed: cancel the follow-up instead.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "scheduled", value = Examples.SCHEDULED)))
    public Response remove(UUID id, UUID stepId, @HeaderParam("If-Match") String ifMatch) {
        return tagged(Response.ok(), service.remove(id, stepId, ifMatch));
    }

    @POST
    @Path("{stepId}/approval")
    @Operation(
            operationId = "approveStep",
            summary = "Approve the words of a later step",
            description = "Approving the follow-up approves all its steps at once.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "scheduled", value = Examples.SCHEDULED)))
    public Response approve(UUID id, UUID stepId) {
        return tagged(Response.ok(), service.approve(id, stepId));
    }

    private static Response tagged(Response.ResponseBuilder answer, FollowUp followUp) {
        return answer.entity(FollowUpView.of(followUp))
                .header("ETag", ETags.of(followUp.progress().version()))
                .build();
    }
}
