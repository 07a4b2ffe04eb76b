package rapport.events.registration;

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
import rapport.events.event.EventRepository;
import rapport.events.person.People;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/registrations")
@Tag(name = "Registrations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class RegistrationListResource {
    private final RegistrationList list;
    private final RegistrationAccess access;
    private final EventRepository events;
    private final People people;

    RegistrationListResource(RegistrationList list, RegistrationAccess access, EventRepository events, People people) {
        this.list = list;
        this.access = access;
        this.events = events;
        this.people = people;
    }

    @GET
    @Operation(
            operationId = "listRegistrations",
            summary = "List registrations: staff all, everybody else their own",
            description =
                    "With changedSince (staff): every change after the token once, deleted registrations with status DELETED.")
    public Page<RegistrationView> list(
            UUID id,
            @BeanParam @Valid PageRequest page,
            @QueryParam("changedSince") @Parameter(description = "Opaque token from the field changes of a page.")
                    String changedSince) {
        boolean staff = access.byStaff(id);
        String joinUrl = events.require(id).joinUrl();
        if (!staff) {
            return people.callersPerson()
                    .map(person -> list.own(id, person, joinUrl))
                    .orElseGet(() -> Page.of(List.of()));
        }
        return changedSince == null ? list.page(id, page, joinUrl) : list.changes(id, page, changedSince, joinUrl);
    }
}
