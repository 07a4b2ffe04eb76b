package rapport.events.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
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
    public RestResponse<PersonView> get() {
        return tagged(people.linkedTo(caller.subject()).orElseThrow(() -> new NotFound("linked person")));
    }

    @PATCH
    @Consumes(Change.MERGE_PATCH)
    @Operation(
            operationId = "changeMe",
            summary = "Say something about oneself",
            description = "What is said or cleared here stands: organizers' files and forms do not change it any more.")
    public RestResponse<PersonView> change(@HeaderParam("If-Match") String ifMatch, @Valid @NotNull PersonChange body) {
        return tagged(service.changeCallers(ifMatch, body));
    }

    @POST
    @Path("link")
    @Operation(
            operationId = "linkMe",
            summary = "Link the caller with the person who has the caller's verified address",
            description = "Doing it again changes nothing. A person is created when nobody has the address.")
    public RestResponse<PersonView> link() {
        return tagged(people.findById(service.linkCaller(PersonDetails.named(caller.displayName()))));
    }

    private RestResponse<PersonView> tagged(Person person) {
        return RestResponse.ResponseBuilder.ok(PersonView.of(person, people.emails(person.id())))
                .header("ETag", ETags.of(person.version()))
                .build();
    }
}
