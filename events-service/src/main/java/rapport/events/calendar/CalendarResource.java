package rapport.events.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.agenda.PublicProgramme;
import rapport.events.agenda.PublicSession;
import rapport.kit.edit.ETags;
import rapport.kit.problem.NotFound;

@Path("/public/events/{id}")
@Tag(name = "Public")
@Produces(CalendarResource.TEXT_CALENDAR)
class CalendarResource {
    static final String TEXT_CALENDAR = "text/calendar";

    private final PublicProgramme programme;

    CalendarResource(PublicProgramme programme) {
        this.programme = programme;
    }

    @GET
    @Path("calendar.ics")
    @PermitAll
    @Operation(
            operationId = "getEventCalendar",
            summary = "The event and its sessions as iCalendar, for subscribing",
            description =
                    "RFC 5545 with the rules of the zone. A session keeps its UID for ever; SEQUENCE grows with every"
                            + " change of the session or the event; what was removed or cancelled stays in it as CANCELLED.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = TEXT_CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    public RestResponse<String> event(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return answer(id, ifNoneMatch, () -> EventCalendar.of(programme.event(id), programme.sessions(id)));
    }

    @GET
    @Path("sessions/{sessionId}/calendar.ics")
    @PermitAll
    @Operation(operationId = "getSessionCalendar", summary = "One session as iCalendar")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = TEXT_CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    public RestResponse<String> session(UUID id, UUID sessionId, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return answer(id, ifNoneMatch, () -> {
            PublicSession session = programme.sessions(id).stream()
                    .filter(candidate -> candidate.id().equals(sessionId))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("session"));
            return EventCalendar.ofSession(programme.event(id), session);
        });
    }

    private RestResponse<String> answer(UUID id, String ifNoneMatch, Supplier<String> calendar) {
        String etag = ETags.of(programme.edition(id));
        boolean known = ETags.matches(ifNoneMatch, etag);
        var answer = known
                ? RestResponse.ResponseBuilder.<String>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(calendar.get());
        return answer.header("ETag", etag)
                .header("Cache-Control", "public, max-age=300, stale-if-error=86400")
                .header("Content-Disposition", "inline; filename=\"calendar.ics\"")
                .build();
    }
}
