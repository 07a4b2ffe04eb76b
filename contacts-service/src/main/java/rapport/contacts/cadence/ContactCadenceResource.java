package rapport.contacts.cadence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/contacts/{contactId}")
@Tag(name = "Cadence", description = "How often the owner wants to be in touch, and when to be reminded.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ContactCadenceResource {
    private final CadenceService service;
    private final Reminders reminders;
    private final ContactBook contacts;
    private final Caller caller;

    ContactCadenceResource(CadenceService service, Reminders reminders, ContactBook contacts, Caller caller) {
        this.service = service;
        this.reminders = reminders;
        this.contacts = contacts;
        this.caller = caller;
    }

    @GET
    @Path("cadence")
    @Operation(operationId = "getCadence", summary = "The cadence that counts for a contact, and its next reminder")
    public RestResponse<CadenceView> get(UUID contactId) {
        return answer(contacts.require(caller.subject(), contactId).id());
    }

    @PUT
    @Path("cadence")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setCadence",
            summary = "Says how often to be in touch with a contact",
            description = "It beats the cadences of the contact's tags.")
    @APIResponse(responseCode = "200", description = "The cadence after the change.")
    public RestResponse<CadenceView> set(
            UUID contactId, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull CadenceDays days) {
        return answer(service.follow(caller.subject(), contactId, ifMatch, days));
    }

    @DELETE
    @Path("cadence")
    @Operation(operationId = "removeCadence", summary = "Leaves it to the contact's tags how often to be in touch")
    public void remove(UUID contactId) {
        service.follow(caller.subject(), contactId, null, null);
    }

    @PUT
    @Path("snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "snooze", summary = "Puts the reminder of a contact off until a later day")
    @APIResponse(responseCode = "200", description = "The cadence after the change.")
    public RestResponse<CadenceView> snooze(
            UUID contactId, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull Snooze snooze) {
        return answer(service.snooze(caller.subject(), contactId, ifMatch, snooze.until()));
    }

    @DELETE
    @Path("snooze")
    @Operation(operationId = "endSnooze", summary = "Reminds of a contact again as its cadence says")
    public void endSnooze(UUID contactId) {
        service.snooze(caller.subject(), contactId, null, null);
    }

    private RestResponse<CadenceView> answer(UUID contact) {
        Reminders.Plan plan = reminders.plan(caller.subject());
        ContactCadence said = service.of(caller.subject(), contact);
        return ResponseBuilder.ok(CadenceView.of(contact, said, plan.of(contact).orElse(null), plan.today()))
                .header("ETag", ETags.of(said.version()))
                .build();
    }
}
