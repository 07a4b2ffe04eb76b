package rapport.events.checkin;

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
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/check-ins")
@Tag(name = "Check-in")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class CheckInLogResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final CheckInLog log;
    private final CorrectionService corrections;
    private final EventAccess access;
    private final Cursors cursors;
    private final Caller caller;

    CheckInLogResource(
            CheckInLog log, CorrectionService corrections, EventAccess access, Cursors cursors, Caller caller) {
        this.log = log;
        this.corrections = corrections;
        this.access = access;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listCheckIns",
            summary = "List the log of check-ins, with its corrections (staff)",
            description = "In the order in which it was written, which is not the order in which things happened.")
    public Page<LogEntry> list(
            UUID id,
            @BeanParam @Valid PageRequest page,
            @QueryParam("registrationId") @Parameter(description = "Only what is about this registration.")
                    UUID registrationId,
            @QueryParam("sessionId") @Parameter(description = "Only what happened at this session's door.")
                    UUID sessionId) {
        access.requireScanner(id);
        String scope = "check-ins:" + id + ":" + registrationId + ":" + sessionId;
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                log.page(id, registrationId, sessionId, after, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.position()),
                CheckInLog.Row::entry);
    }

    @POST
    @Path("corrections")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addMissedCheckIn",
            summary = "Add an entry or exit that no gate has read (owners and editors)",
            description = "Appended to the log with who added it and why.")
    @APIResponseSchema(value = LogEntry.class, responseCode = "201", responseDescription = "Added.")
    public RestResponse<LogEntry> add(UUID id, @Valid @NotNull MissedCheckIn missed) {
        access.requireEditor(id);
        UUID scanId = corrections.add(id, caller.subject(), missed);
        return RestResponse.status(RestResponse.Status.CREATED, log.entry(id, scanId));
    }

    @POST
    @Path("{scanId}/invalidation")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "invalidateCheckIn",
            summary = "Let a check-in not count (owners and editors)",
            description =
                    "The entry stays in the log, with who found it wrong and why. It cannot be undone; add what is missing.")
    @APIResponse(responseCode = "200", description = "The entry as it is now.")
    @APIResponse(responseCode = "409", description = "It does not count already.")
    public LogEntry invalidate(UUID id, UUID scanId, @Valid @NotNull Invalidation body) {
        access.requireEditor(id);
        corrections.invalidate(id, scanId, caller.subject(), body.reason());
        return log.entry(id, scanId);
    }
}
