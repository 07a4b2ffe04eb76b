package rapport.contacts.contact;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

/** What owners write down by hand: people they met without a badge, and where they met. */
@Path("/contacts")
@Tag(name = "Contacts", description = "Whom the owner met, and what they know and want of them.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ManualContactResource {
    private final ContactService service;
    private final ContactViews views;
    private final Caller caller;

    ManualContactResource(ContactService service, ContactViews views, Caller caller) {
        this.service = service;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("manual")
    @Operation(
            operationId = "addManualContact",
            summary = "Keeps somebody whom the owner writes down by hand",
            description = "Nobody but the owner says who it is, and what they type is told to nobody.")
    @APIResponse(
            responseCode = "201",
            description = "A new contact.",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    public RestResponse<ContactView> add(@Valid @NotNull NewContact request) {
        Contact contact = service.addByHand(caller.subject(), request);
        return answer(RestResponse.Status.CREATED, contact)
                .header("Location", "contacts/" + contact.id())
                .build();
    }

    @POST
    @Idempotent
    @Path("{id}/encounters")
    @Operation(
            operationId = "addEncounter",
            summary = "Adds where, when, how and through whom they met",
            description =
                    "One encounter per event: what is said again about the same event completes what is known. An old id of"
                            + " a merged contact stands for the contact it went into.")
    @APIResponse(
            responseCode = "200",
            description = "The contact with its encounters.",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    public RestResponse<ContactView> met(UUID id, @Valid @NotNull NewEncounter encounter) {
        return answer(RestResponse.Status.OK, service.met(caller.subject(), id, encounter))
                .build();
    }

    private ResponseBuilder<ContactView> answer(RestResponse.Status status, Contact contact) {
        ContactView view = views.of(caller.subject(), contact);
        return ResponseBuilder.create(status, view).header("ETag", ETags.of(view.version()));
    }
}
