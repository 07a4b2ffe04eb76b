package rapport.followup.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import rapport.kit.edit.ETags;
import rapport.kit.identity.Roles;

@Path("/followups/{id}")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "follow-ups")
class PatienceResource {

    private final PatienceService service;

    PatienceResource(PatienceService service) {
        this.service = service;
    }

    @PUT
    @Path("snooze")
    @Operation(
            operationId = "snoozeFollowUp",
            summary = "Put a follow-up off",
            description = "Until then nothing is sent, and its owner is not reminded. 409 once it was claimed.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "scheduled", value = Examples.SCHEDULED)))
    public Response snooze(UUID id, @Valid @NotNull WhenBody body) {
        return tagged(service.snooze(id, body.at()));
    }

    @DELETE
    @Path("snooze")
    @Operation(operationId = "wakeFollowUp", summary = "End a snooze")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "scheduled", value = Examples.SCHEDULED)))
    public Response wake(UUID id) {
        return tagged(service.snooze(id, null));
    }

    @PUT
    @Path("no-reply-by")
    @Operation(
            operationId = "expectReply",
            summary = "Be told if there is no reply by then",
            description = "It then stands among what needs one, and in the digest. Nothing is sent by itself.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "sent", value = Examples.DONE)))
    public Response expectReply(UUID id, @Valid @NotNull WhenBody body) {
        return tagged(service.expectReply(id, body.at()));
    }

    @DELETE
    @Path("no-reply-by")
    @Operation(operationId = "expectNoReply", summary = "Not be told about a missing reply")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "sent", value = Examples.DONE)))
    public Response expectNothing(UUID id) {
        return tagged(service.expectReply(id, null));
    }

    private static Response tagged(FollowUp followUp) {
        return Response.ok(FollowUpView.of(followUp))
                .header("ETag", ETags.of(followUp.progress().version()))
                .build();
    }
}
