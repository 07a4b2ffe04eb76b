package rapport.followup.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.problem.NotFound;

@Path("/me/calendar-feed")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "calendar")
class FeedResource {

    private static final String EXAMPLE = """
            {"url":"https://rapport.example/api/followup/calendars/5fTqkO1x3uYwF0c2bN7d9g",\
            "createdAt":"2026-11-22T18:00:00Z"}""";

    private final Feeds feeds;
    private final Caller caller;
    private final Clock clock;

    FeedResource(Feeds feeds, Caller caller, Clock clock) {
        this.feeds = feeds;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(
            operationId = "openCalendarFeed",
            summary = "Get the address of a feed of one's own follow-ups",
            description = "For calendar programs, which cannot sign in. An address that was told before is void then.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedView.class),
                            examples = @ExampleObject(name = "feed", value = EXAMPLE)))
    public Response open() {
        Instant now = clock.instant();
        return Response.status(Response.Status.CREATED)
                .entity(new FeedView(feeds.open(caller.subject(), now), now))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Operation(operationId = "getCalendarFeed", summary = "Whether one has a feed")
    @APIResponse(responseCode = "404", description = "None.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedView.class),
                            examples = @ExampleObject(name = "feed", value = EXAMPLE)))
    public FeedView mine() {
        return new FeedView(null, feeds.since(caller.subject()).orElseThrow(() -> new NotFound("feed")));
    }

    @DELETE
    @Operation(operationId = "closeCalendarFeed", summary = "Make the feed's address void")
    public void close() {
        feeds.close(caller.subject());
    }
}
