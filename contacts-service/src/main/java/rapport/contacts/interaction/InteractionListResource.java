package rapport.contacts.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/contacts/{contactId}/interactions")
@Tag(name = "Interactions", description = "What owner and contact did together.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class InteractionListResource {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final InteractionService service;
    private final InteractionRepository interactions;
    private final ContactBook contacts;
    private final Cursors cursors;
    private final Caller caller;

    InteractionListResource(
            InteractionService service,
            InteractionRepository interactions,
            ContactBook contacts,
            Cursors cursors,
            Caller caller) {
        this.service = service;
        this.interactions = interactions;
        this.contacts = contacts;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "logInteraction",
            summary = "Writes down what happened between the caller and a contact",
            description =
                    "It counts as having been in touch: a reminder that is due is done by it. Sent again under the same"
                            + " id it changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Written down.",
            content = @Content(schema = @Schema(implementation = InteractionView.class)))
    @APIResponse(responseCode = "200", description = "It was there already.")
    public RestResponse<InteractionView> log(UUID contactId, @Valid @NotNull NewInteraction told) {
        InteractionService.Logged logged = service.log(caller.subject(), contactId, told);
        InteractionView view = InteractionView.of(logged.interaction());
        return ResponseBuilder.create(logged.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK, view)
                .header("Location", "/interactions/" + view.id())
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @GET
    @Operation(
            operationId = "listInteractions",
            summary = "What happened between the caller and a contact, the latest first",
            description = "Encounters of scans are part of the contact and not repeated here.")
    public Page<InteractionView> list(UUID contactId, @BeanParam @Valid PageRequest page) {
        UUID contact = contacts.require(caller.subject(), contactId).id();
        String scope = "interactions:" + caller.subject() + ":" + contact;
        List<String> from = page.isFirst() ? List.of() : cursors.decode(scope, page.cursor());
        return Page.of(
                interactions.page(
                        caller.subject(),
                        contact,
                        from.isEmpty() ? LATEST : Instant.parse(from.getFirst()),
                        from.isEmpty() ? LAST : UUID.fromString(from.getLast()),
                        page.fetch()),
                page.limit(),
                i -> cursors.encode(scope, i.occurredAt(), i.id()),
                InteractionView::of);
    }
}
