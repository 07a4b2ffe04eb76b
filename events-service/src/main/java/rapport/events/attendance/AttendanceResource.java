package rapport.events.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.events.staff.EventAccess;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/attendance")
@Tag(
        name = "Attendance",
        description = "Who was in which session, merged from check-ins, webinar reports and corrections.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class AttendanceResource {
    private final AttendanceList list;
    private final EventAccess access;

    AttendanceResource(AttendanceList list, EventAccess access) {
        this.list = list;
        this.access = access;
    }

    @GET
    @Operation(
            operationId = "listAttendance",
            summary = "List who was in which session, or what has changed about it (owners and editors)",
            description = """
                    With changedSince: every change of the event's attendance after the token once, removed ones with status
                    REMOVED; filters do not apply then.""")
    public Page<AttendanceView> list(
            UUID id,
            @BeanParam @Valid PageRequest page,
            @QueryParam("sessionId") @Parameter(description = "Only of this session.") UUID sessionId,
            @QueryParam("registrationId") @Parameter(description = "Only of this registration.") UUID registrationId,
            @QueryParam("attended") @Parameter(description = "Only where the event's rule is met, or is not.")
                    Boolean attended,
            @QueryParam("assumed") @Parameter(description = "Only where an end was assumed, or none was.")
                    Boolean assumed,
            @QueryParam("changedSince") @Parameter(description = "Opaque token from the field changes of a page.")
                    String changedSince) {
        access.requireEditor(id);
        return changedSince == null
                ? list.page(id, new AttendanceFilter(sessionId, registrationId, attended, assumed), page)
                : list.changes(id, page, changedSince);
    }
}
