package rapport.events.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.event.EventRepository;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;

@Path("/events/{id}/registrations")
@Tag(name = "Registrations", description = "Who takes part.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class RegistrationResource {
    private final RegistrationService service;
    private final RegistrationChanges changes;
    private final RegistrationDeletion deletion;
    private final RegistrationRepository registrations;
    private final RegistrationAccess access;
    private final EventRepository events;

    RegistrationResource(
            RegistrationService service,
            RegistrationChanges changes,
            RegistrationDeletion deletion,
            RegistrationRepository registrations,
            RegistrationAccess access,
            EventRepository events) {
        this.service = service;
        this.changes = changes;
        this.deletion = deletion;
        this.registrations = registrations;
        this.access = access;
        this.events = events;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "register",
            summary = "Register for an event: staff registers anybody, everybody else themselves",
            description = "A second registration of the same person updates the first one and is answered with 200.")
    @APIResponseSchema(value = RegistrationView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "200", description = "Was registered; updated")
    public RestResponse<RegistrationView> register(UUID id, @Valid @NotNull NewRegistration body) {
        var registered = service.register(id, body, access.byStaff(id));
        var view = view(registered.registration());
        var answer = registered.created()
                ? RestResponse.ResponseBuilder.<RegistrationView>created(
                                URI.create("/events/" + id + "/registrations/" + view.id()))
                        .entity(view)
                : RestResponse.ResponseBuilder.ok(view);
        return answer.header("ETag", ETags.of(view.version())).build();
    }

    @GET
    @Path("{registrationId}")
    @Operation(operationId = "getRegistration", summary = "Read a registration: staff any, everybody else their own")
    public RestResponse<RegistrationView> get(UUID id, UUID registrationId) {
        return answer(registrations.require(id, registrationId, access.limitedTo(id)));
    }

    @PATCH
    @Path("{registrationId}")
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeRegistration",
            summary = "Change a registration: staff any, everybody else their own",
            description =
                    "Staff confirms who is pending or waits by the status CONFIRMED, and lets who is pending wait by WAITLISTED.")
    public RestResponse<RegistrationView> change(
            UUID id,
            UUID registrationId,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull RegistrationChange body) {
        return answer(changes.change(id, registrationId, access.limitedTo(id), ifMatch, body));
    }

    @POST
    @Path("{registrationId}/cancellation")
    @Operation(
            operationId = "cancelRegistration",
            summary = "Cancel a registration: staff any, everybody else their own",
            description = "The place goes to whoever has waited longest. Cancelling again changes nothing.")
    public RestResponse<RegistrationView> cancel(UUID id, UUID registrationId) {
        return answer(changes.cancel(id, registrationId, access.limitedTo(id)));
    }

    @DELETE
    @Path("{registrationId}")
    @Operation(
            operationId = "deleteRegistration",
            summary = "Delete a registration: staff any, everybody else their own",
            description = """
                    For people who want nothing of it to be kept: its badges go with it, only a tombstone without personal
                    data stays. The place goes to whoever has waited longest.""")
    public void delete(UUID id, UUID registrationId) {
        deletion.delete(id, registrationId, access.limitedTo(id));
    }

    private RestResponse<RegistrationView> answer(Registration registration) {
        return RestResponse.ResponseBuilder.ok(view(registration))
                .header("ETag", ETags.of(registration.version()))
                .build();
    }

    private RegistrationView view(Registration registration) {
        return RegistrationView.of(
                registration, events.require(registration.eventId()).joinUrl());
    }
}
