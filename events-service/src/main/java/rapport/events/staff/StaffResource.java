package rapport.events.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;

@Path("/events/{id}/staff")
@Tag(name = "Staff", description = "Who works on an event.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class StaffResource {
    private final StaffService service;
    private final StaffRepository staff;
    private final EventAccess access;

    StaffResource(StaffService service, StaffRepository staff, EventAccess access) {
        this.service = service;
        this.staff = staff;
        this.access = access;
    }

    @GET
    @Operation(operationId = "listStaff", summary = "List the staff of an event (owners and editors)")
    public Page<StaffView> list(UUID id) {
        access.requireEditor(id);
        return Page.of(staff.of(id));
    }

    @PUT
    @Path("{subject}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "assignStaff", summary = "Give somebody a role at an event (owners)")
    @APIResponseSchema(value = StaffView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "200", description = "Was on the staff; has this role now")
    public RestResponse<StaffView> assign(
            UUID id, @Size(max = 200) String subject, @Valid @NotNull StaffAssignment body) {
        boolean added = service.assign(id, subject, body.role());
        var view = staff.member(id, subject);
        return added ? RestResponse.status(RestResponse.Status.CREATED, view) : RestResponse.ok(view);
    }

    @DELETE
    @Path("{subject}")
    @Operation(operationId = "removeStaff", summary = "Take somebody off the staff (owners)")
    public void remove(UUID id, @Size(max = 200) String subject) {
        service.remove(id, subject);
    }
}
