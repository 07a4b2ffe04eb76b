package rapport.contacts.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.contacts.merge.Intent;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

/** The caller's own contacts. */
@Path("/contacts")
@Tag(name = "Contacts", description = "Whom the owner met, and what they know and want of them.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ContactResource {
    private static final int PERMANENT_REDIRECT = 308;
    private static final String CHANGED_SINCE =
            "A token from an answer's changes: what has changed after it, exactly once,"
                    + " with deletions. Cannot be combined with filters.";

    private final ContactRepository contacts;
    private final ContactService service;
    private final ContactLists lists;
    private final ContactViews views;
    private final Caller caller;

    ContactResource(
            ContactRepository contacts, ContactService service, ContactLists lists, ContactViews views, Caller caller) {
        this.contacts = contacts;
        this.service = service;
        this.lists = lists;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listContacts",
            summary = "The caller's contacts, in the order in which they came about",
            description =
                    "The first page without filters carries the token from which changes can be asked for later. With filters a"
                            + " page compares at most 5000 contacts: of owners who have more, it may hold fewer than asked for,"
                            + " even none, and have a next one.")
    public Page<ContactView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("event") @Parameter(description = "Met at this event.") UUID event,
            @QueryParam("tag") @Size(min = 1, max = 50) @Parameter(description = "Carries this tag.") String tag,
            @QueryParam("intent") @Parameter(description = "Kept for this.") Intent intent,
            @QueryParam("kind") @Parameter(description = "Came about like this.") ContactKind kind,
            @QueryParam("status") @Parameter(description = "Stands like this.") ContactStatus status,
            @QueryParam("doNotContact") @Parameter(description = "Whether nothing may be sent to it.")
                    Boolean doNotContact,
            @QueryParam("band") @Parameter(description = "The relationship is so deep.") Band band,
            @QueryParam("notContactedForDays")
                    @Min(1)
                    @Max(3650)
                    @Parameter(description = "Neither met nor otherwise in touch for so many days.")
                    Integer notContactedForDays,
            @QueryParam("changedSince") @Parameter(description = CHANGED_SINCE) String changedSince) {
        var filter = new ContactFilter(
                event,
                tag,
                intent,
                kind,
                status,
                doNotContact,
                band,
                notContactedForDays == null ? null : lists.daysAgo(notContactedForDays));
        return changedSince == null
                ? lists.list(caller.subject(), page, filter)
                : lists.changes(caller.subject(), page, filter, changedSince);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addSpeakerContact", summary = "Keeps a speaker as a contact, without an address")
    @APIResponse(
            responseCode = "201",
            description = "A new contact.",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "200", description = "The person was a contact already.")
    public RestResponse<ContactView> add(@Valid @NotNull NewSpeakerContact request) {
        ContactService.Added added = service.addSpeaker(caller.subject(), request);
        ContactView view = views.of(caller.subject(), added.contact());
        return ResponseBuilder.create(added.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK, view)
                .header("Location", "contacts/" + view.id())
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getContact", summary = "One contact")
    @APIResponse(responseCode = "200", description = "The contact; its ETag is needed to change it.")
    @APIResponse(responseCode = "308", description = "It was folded into the contact that Location names.")
    public RestResponse<ContactView> get(UUID id) {
        Contact contact = contacts.require(caller.subject(), id);
        return contact.mergedInto() == null ? answer(contact) : moved(contact);
    }

    @PATCH
    @Path("{id}")
    @Operation(
            operationId = "editContact",
            summary = "Edits a contact",
            description = "What is left out stays, null clears, an empty text does not clear.")
    @APIResponse(responseCode = "200", description = "The contact after the change.")
    @APIResponse(responseCode = "308", description = "It was folded into the contact that Location names.")
    @Consumes("application/merge-patch+json")
    public RestResponse<ContactView> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ContactChange change) {
        Contact contact = contacts.require(caller.subject(), id);
        if (contact.mergedInto() != null) {
            return moved(contact);
        }
        return answer(service.change(caller.subject(), id, ifMatch, change));
    }

    private RestResponse<ContactView> answer(Contact contact) {
        ContactView view = views.of(caller.subject(), contact);
        return ResponseBuilder.ok(view).header("ETag", ETags.of(view.version())).build();
    }

    /** The old id of a contact that was folded into another one leads there. Relative, so that it holds behind a gateway. */
    private RestResponse<ContactView> moved(Contact contact) {
        return ResponseBuilder.<ContactView>create(PERMANENT_REDIRECT)
                .header(
                        "Location",
                        contacts.surviving(caller.subject(), contact).toString())
                .build();
    }
}
