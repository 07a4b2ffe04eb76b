package rapport.followup.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.problem.NotFound;

@Path("/followups/{id}/calendar.ics")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "calendar")
class FollowUpCalendarResource {

    private static final String TEXT_CALENDAR = "text/calendar";

    private final EntryReader entries;
    private final Caller caller;
    private final String publicUrl;

    FollowUpCalendarResource(
            EntryReader entries, Caller caller, @ConfigProperty(name = "rapport.public-url") String publicUrl) {
        this.entries = entries;
        this.caller = caller;
        this.publicUrl = publicUrl;
    }

    @GET
    @Produces(TEXT_CALENDAR)
    @Operation(
            operationId = "getFollowUpCalendar",
            summary = "A follow-up as iCalendar",
            description =
                    "404 as long as nobody knows when it is due. Neither names nor addresses of others are in it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = TEXT_CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> one(UUID id) {
        Entry entry = entries.one(caller.subject(), id).orElseThrow(() -> new NotFound("follow-up"));
        return RestResponse.ResponseBuilder.ok(FollowUpCalendar.of(List.of(entry), publicUrl))
                .header("Content-Disposition", "inline; filename=\"follow-up.ics\"")
                .build();
    }
}
