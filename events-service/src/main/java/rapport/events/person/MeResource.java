package rapport.events.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.problem.NotFound;

@Path("/me")
@Tag(name = "Me", description = "The signed-in person.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class MeResource {
    private final People service;
    private final PersonRepository people;
    private final Caller caller;

    MeResource(People service, PersonRepository people, Caller caller) {
        this.service = service;
        this.people = people;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Read the person the caller is linked with")
    public PersonView get() {
        return people.linkedTo(caller.subject()).map(this::view).orElseThrow(() -> new NotFound("linked person"));
    }

    @POST
    @Path("link")
    @Operation(
            operationId = "linkMe",
            summary = "Link the caller with the person who has the caller's verified address",
            description = "Doing it again changes nothing. A person is created when nobody has the address.")
    public PersonView link() {
        return view(people.findById(service.linkCaller(PersonDetails.named(caller.displayName()))));
    }

    private PersonView view(Person person) {
        return PersonView.of(person, people.emails(person.id()));
    }
}
