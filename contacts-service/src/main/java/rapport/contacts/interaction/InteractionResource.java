package rapport.contacts.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/interactions/{id}")
@Tag(name = "Interactions", description = "What owner and contact did together.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class InteractionResource {
    private final InteractionService service;
    private final InteractionRepository interactions;
    private final Caller caller;

    InteractionResource(InteractionService service, InteractionRepository interactions, Caller caller) {
        this.service = service;
        this.interactions = interactions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getInteraction", summary = "One interaction")
    public RestResponse<InteractionView> get(UUID id) {
        return answer(interactions.require(caller.subject(), id));
    }

    @PATCH
    @Consumes(Change.MERGE_PATCH)
    @Operation(operationId = "correctInteraction", summary = "Corrects an interaction that the caller wrote down")
    @APIResponse(responseCode = "200", description = "The interaction after the change.")
    public RestResponse<InteractionView> correct(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull InteractionChange change) {
        return answer(service.correct(caller.subject(), id, ifMatch, change));
    }

    @DELETE
    @Operation(
            operationId = "removeInteraction",
            summary = "Removes an interaction that had not happened",
            description =
                    "Its note is gone at once. Its id stays taken, so that a late repetition does not bring it back.")
    public void remove(UUID id) {
        service.remove(caller.subject(), id);
    }

    private static RestResponse<InteractionView> answer(Interaction interaction) {
        return ResponseBuilder.ok(InteractionView.of(interaction))
                .header("ETag", ETags.of(interaction.version()))
                .build();
    }
}
