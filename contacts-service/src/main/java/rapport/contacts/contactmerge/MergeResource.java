package rapport.contacts.contactmerge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.outbox.OutboxSignal;

/** Two contacts that are one person. */
@Path("/contacts")
@Tag(
        name = "Duplicates",
        description = "Contacts that may be one person: finding them, merging them and taking that back.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class MergeResource {
    private final MergeService service;
    private final OutboxSignal outbox;
    private final Caller caller;

    MergeResource(MergeService service, OutboxSignal outbox, Caller caller) {
        this.service = service;
        this.outbox = outbox;
        this.caller = caller;
    }

    @POST
    @Path("{id}/merge-preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewMerge",
            summary = "Shows what a merge would give",
            description = "Changes nothing. The strictest do-not-contact and consent of both hold.")
    @APIResponse(responseCode = "200", description = "The contact as it would be.")
    @APIResponse(responseCode = "409", description = "They are one contact already.")
    @APIResponse(responseCode = "422", description = "The same contact twice.")
    public MergePreview preview(UUID id, @Valid @NotNull MergeRequest request) {
        return service.preview(caller.subject(), id, request.contactId());
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Path("{id}/merges")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "mergeContacts", summary = "Makes another contact a part of this one", description = """
                    Everything that hangs on the other one goes along, the strictest do-not-contact and consent of both hold, and the
                    other one's id leads here from now on. Ids of contacts that were merged before stand for what they lead to. It
                    can be undone for 30 days.""")
    @APIResponseSchema(value = MergeView.class, responseCode = "201", responseDescription = "They are one.")
    @APIResponse(responseCode = "409", description = "They are one contact already.")
    @APIResponse(responseCode = "422", description = "The same contact twice.")
    public MergeView merge(UUID id, @Valid @NotNull MergeRequest request) {
        StoredMerge merge = service.merge(caller.subject(), id, request.contactId());
        outbox.wake();
        return merge.view();
    }
}
