package rapport.events.manualpresence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import rapport.events.staff.EventAccess;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/manual-presence")
@Tag(name = "Attendance")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class ManualPresenceResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final ManualPresenceService service;
    private final ManualPresenceTable entries;
    private final EventAccess access;
    private final Cursors cursors;
    private final Caller caller;

    ManualPresenceResource(
            ManualPresenceService service,
            ManualPresenceTable entries,
            EventAccess access,
            Cursors cursors,
            Caller caller) {
        this.service = service;
        this.entries = entries;
        this.access = access;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listManualPresence",
            summary = "List what staff said about who was there (owners and editors)",
            description = "In the order in which it was said, withdrawn entries among it.")
    public Page<ManualPresenceView> list(
            UUID id,
            @BeanParam @Valid PageRequest page,
            @QueryParam("registrationId") @Parameter(description = "Only what is about this registration.")
                    UUID registrationId,
            @QueryParam("sessionId") @Parameter(description = "Only what is about this session.") UUID sessionId) {
        access.requireEditor(id);
        String scope = "manual-presence:" + id + ":" + registrationId + ":" + sessionId;
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                entries.page(id, registrationId, sessionId, after, page.fetch()),
                page.limit(),
                entry -> cursors.encode(scope, entry.id()),
                entry -> entry);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addManualPresence",
            summary = "Say that somebody was in a session (owners and editors)",
            description = """
                    Appended with who says so and why, and added to what check-ins and reports say: it takes nothing away. What lies
                    before or after the session does not count.""")
    @APIResponseSchema(value = ManualPresenceView.class, responseCode = "201", responseDescription = "Added.")
    public ManualPresenceView add(UUID id, @Valid @NotNull NewManualPresence told) {
        access.requireEditor(id);
        return service.add(id, caller.subject(), told);
    }

    @POST
    @Path("{entryId}/withdrawal")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawManualPresence",
            summary = "Let an entry not count (owners and editors)",
            description = "The entry stays, with who found it wrong and why. It cannot be undone; add what is right.")
    @APIResponse(responseCode = "200", description = "The entry as it is now.")
    @APIResponse(responseCode = "409", description = "It does not count already.")
    public ManualPresenceView withdraw(UUID id, UUID entryId, @Valid @NotNull Withdrawal body) {
        access.requireEditor(id);
        return service.withdraw(id, entryId, caller.subject(), body.reason());
    }
}
