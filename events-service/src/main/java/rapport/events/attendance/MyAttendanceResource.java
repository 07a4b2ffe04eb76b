package rapport.events.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.events.person.People;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/me/attendance")
@Tag(name = "Me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class MyAttendanceResource {
    private final AttendanceList list;
    private final People people;

    MyAttendanceResource(AttendanceList list, People people) {
        this.list = list;
        this.people = people;
    }

    @GET
    @Operation(
            operationId = "listMyAttendance",
            summary = "The sessions the caller was in",
            description = "Empty as long as the caller is not linked with a person.")
    public Page<AttendanceView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("eventId") @Parameter(description = "Only of this event.") UUID eventId) {
        return people.callersPerson()
                .map(person -> list.own(person, eventId, page))
                .orElseGet(() -> Page.of(List.of()));
    }
}
