package rapport.followup.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.followup.boundary.BoundaryRepository.Known;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.problem.NotFound;

@Path("/")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "boundaries")
class BoundaryResource {

    private static final String EXAMPLE = """
            {"personId":"0199a6f2-7c00-7000-8000-0000000000a1","version":2,"mode":"OPEN","weeklyBudget":5,"remaining":3,\
            "zone":"Europe/Berlin","workingDays":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],\
            "from":"08:00","to":"18:00","topics":["sepsis"],"languages":["de","en"],"mentoring":true}""";

    private static final String SHARED = """
            {"personId":"0199a6f2-7c00-7000-8000-0000000000a1","mode":"OPEN","remaining":3,\
            "topics":["sepsis"],"languages":["de","en"],"mentoring":true}""";

    private final BoundaryService service;
    private final BoundaryRepository boundaries;
    private final Caller caller;
    private final Clock clock;

    BoundaryResource(BoundaryService service, BoundaryRepository boundaries, Caller caller, Clock clock) {
        this.service = service;
        this.boundaries = boundaries;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("me/boundary")
    @Operation(operationId = "getMyBoundary", summary = "The rules for those who want to write to me")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = BoundaryView.class),
                            examples = @ExampleObject(name = "boundary", value = EXAMPLE)))
    public Response mine() {
        return tagged(service.effective(me()));
    }

    @PUT
    @Path("me/boundary")
    @Operation(
            operationId = "setMyBoundary",
            summary = "Set the rules for those who want to write to me",
            description = "They count for every message that is not on its way yet.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = BoundaryView.class),
                            examples = @ExampleObject(name = "boundary", value = EXAMPLE)))
    public Response set(@HeaderParam("If-Match") String ifMatch, @Valid @NotNull NewBoundary body) {
        body.check(clock.instant());
        return tagged(service.set(me().personId(), ifMatch, body));
    }

    @GET
    @Path("boundaries/{personId}")
    @Operation(operationId = "getBoundary", summary = "What senders may know about a person's rules")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = SharedBoundaryView.class),
                            examples = @ExampleObject(name = "shared", value = SHARED)))
    public SharedBoundaryView shared(UUID personId) {
        Known person = boundaries.byId(personId).orElseThrow(() -> new NotFound("person"));
        return SharedBoundaryView.of(service.effective(person));
    }

    private Known me() {
        return boundaries.bySubject(caller.subject()).orElseThrow(() -> new NotFound("person"));
    }

    private static Response tagged(BoundaryView boundary) {
        return Response.ok(boundary)
                .header("ETag", ETags.of(boundary.version()))
                .build();
    }
}
