package rapport.followup.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.edit.ETags;
import rapport.kit.problem.NotFound;

@Path("/calendars/{token}")
@PermitAll
@Tag(name = "calendar")
class PublicFeedResource {

    private static final String TEXT_CALENDAR = "text/calendar";

    private final EntryReader entries;
    private final Feeds feeds;
    private final Clock clock;
    private final String publicUrl;

    PublicFeedResource(
            EntryReader entries,
            Feeds feeds,
            Clock clock,
            @ConfigProperty(name = "rapport.public-url") String publicUrl) {
        this.entries = entries;
        this.feeds = feeds;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GET
    @Produces(TEXT_CALENDAR)
    @Operation(operationId = "readCalendarFeed", summary = "A feed of somebody's own follow-ups, by its secret address")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = TEXT_CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    public RestResponse<String> feed(String token, @HeaderParam("If-None-Match") String ifNoneMatch) {
        String owner = feeds.owner(token).orElseThrow(() -> new NotFound("calendar"));
        List<Entry> all = entries.all(owner, clock.instant());
        String etag = ETags.of(Feeds.edition(all));
        boolean known = ETags.matches(ifNoneMatch, etag);
        var answer = known
                ? RestResponse.ResponseBuilder.<String>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(FollowUpCalendar.of(all, publicUrl));
        return answer.header("ETag", etag)
                .header("Cache-Control", "private, max-age=300")
                .build();
    }
}
