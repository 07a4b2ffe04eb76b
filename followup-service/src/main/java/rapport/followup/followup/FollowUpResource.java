package rapport.followup.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.followup.preparation.Missing;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.ChangeToken;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/followups")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "follow-ups")
class FollowUpResource {

    /** Narrows a list of follow-ups. */
    record Filter(
            @QueryParam("state") FollowUpState state,
            @QueryParam("contactId") UUID contactId,
            @QueryParam("eventId") UUID eventId) {

        String scope(String owner) {
            return "followups:" + owner + ":" + state + ":" + contactId + ":" + eventId;
        }
    }

    private final FollowUpService service;
    private final FollowUpRepository followUps;
    private final FollowUpDesk desk;
    private final Preview preview;
    private final Caller caller;
    private final Cursors cursors;

    FollowUpResource(
            FollowUpService service,
            FollowUpRepository followUps,
            FollowUpDesk desk,
            Preview preview,
            Caller caller,
            Cursors cursors) {
        this.service = service;
        this.followUps = followUps;
        this.desk = desk;
        this.preview = preview;
        this.caller = caller;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @Operation(operationId = "createFollowUp", summary = "Begin a follow-up with one of one's contacts")
    @APIResponse(responseCode = "404", description = "It is no contact of the caller.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
    public Response create(@Valid @NotNull NewFollowUp body) {
        FollowUp created = service.create(body);
        return tagged(Response.created(URI.create("/followups/" + created.id())), created);
    }

    @GET
    @Operation(operationId = "listFollowUps", summary = "One's own follow-ups, the newest first, or what changed")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpPage.class),
                            examples = @ExampleObject(name = "page", value = Examples.PAGE)))
    public Page<FollowUpView> list(
            @BeanParam @Valid PageRequest page,
            @BeanParam Filter filter,
            @QueryParam("changedSince") String changedSince) {
        String owner = caller.subject();
        if (changedSince != null) {
            return changes(owner, ChangeToken.decode(cursors, owner, changedSince), page.limit());
        }
        String scope = filter.scope(owner);
        Optional<UUID> before = page.isFirst()
                ? Optional.empty()
                : Optional.of(
                        UUID.fromString(cursors.decode(scope, page.cursor()).getFirst()));
        String now = page.isFirst() ? followUps.now().encode(cursors, owner) : null;
        List<FollowUp> rows = followUps.newest(owner, filter, before, page.fetch());
        Page<FollowUpView> shown =
                Page.of(rows, page.limit(), last -> cursors.encode(scope, last.id()), FollowUpView::of);
        return shown.withChanges(now);
    }

    private Page<FollowUpView> changes(String owner, ChangeToken since, int limit) {
        List<FollowUpRepository.Changed> changed = followUps.changes(owner, since, limit);
        ChangeToken reached = changed.isEmpty() ? since : changed.getLast().token();
        return Page.of(changed.stream()
                        .map(change -> FollowUpView.of(change.followUp()))
                        .toList())
                .withChanges(reached.encode(cursors, owner));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getFollowUp", summary = "A follow-up and what it still lacks")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "held", value = Examples.HELD)))
    public Response get(UUID id) {
        return tagged(Response.ok(), followUps.require(caller.subject(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeFollowUp",
            summary = "Edit or move a follow-up until it is claimed",
            description = "New words need a new approval; a new schedule alone does not.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
    public Response change(UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull FollowUpChange body) {
        return tagged(Response.ok(), service.change(id, ifMatch, body));
    }

    @GET
    @Path("{id}/preview")
    @Produces("message/rfc822")
    @Operation(
            operationId = "previewFollowUp",
            summary = "The message as it will be sent",
            description = "The very bytes, apart from the date and the recipient's address, which stays hidden.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "message/rfc822", examples = @ExampleObject(name = "mail", value = Examples.MAIL)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PreviewView.class),
                        examples = @ExampleObject(name = "preview", value = Examples.PREVIEW))
            })
    public byte[] previewBytes(UUID id) {
        return preview.bytes(followUps.require(caller.subject(), id));
    }

    @GET
    @Path("{id}/preview")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public PreviewView previewText(UUID id) {
        return preview.view(followUps.require(caller.subject(), id));
    }

    @POST
    @Path("{id}/approval")
    @Operation(operationId = "approveFollowUp", summary = "Approve a message; it goes when it is due, after the hold")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "scheduled", value = Examples.SCHEDULED)))
    public Response approve(UUID id) {
        return tagged(Response.ok(), service.approve(id));
    }

    @POST
    @Path("{id}/cancellation")
    @Operation(
            operationId = "cancelFollowUp",
            summary = "Cancel a follow-up that was not claimed yet",
            description = "409 names the state that won when it was too late.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "stopped", value = Examples.STOPPED)))
    public Response cancel(UUID id) {
        return tagged(Response.ok(), service.cancel(id));
    }

    @POST
    @Path("{id}/completion")
    @Operation(operationId = "completeFollowUp", summary = "Say that a manual follow-up is done")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FollowUpView.class),
                            examples = @ExampleObject(name = "sent", value = Examples.DONE)))
    public Response complete(UUID id) {
        return tagged(Response.ok(), service.complete(id));
    }

    private Response tagged(Response.ResponseBuilder answer, FollowUp followUp) {
        boolean waits = followUp.progress().state().isEditable();
        var missing = waits ? desk.missing(followUp, desk.circumstances(followUp.asked())) : List.<Missing>of();
        return answer.entity(FollowUpView.of(followUp, missing))
                .header("ETag", ETags.of(followUp.progress().version()))
                .build();
    }
}
