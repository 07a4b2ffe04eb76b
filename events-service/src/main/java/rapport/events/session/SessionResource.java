package rapport.events.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;
import rapport.kit.problem.Invalid;

@Path("/events/{id}/sessions")
@Tag(name = "Sessions", description = "The programme of an event.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class SessionResource {
    private final SessionService service;
    private final SessionRepository sessions;
    private final SessionList list;
    private final SessionWarnings warnings;
    private final EventAccess access;

    SessionResource(
            SessionService service,
            SessionRepository sessions,
            SessionList list,
            SessionWarnings warnings,
            EventAccess access) {
        this.service = service;
        this.sessions = sessions;
        this.list = list;
        this.warnings = warnings;
        this.access = access;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Roles.ORGANIZER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createSession",
            summary = "Add a session to an event (owners and editors)",
            description = """
                    Overlaps in the room or of a speaker are warnings; times outside of the event are refused with 422. Imports of
                    programmes, which overrun their events by some minutes, keep such sessions and remark them.""")
    @APIResponseSchema(value = SessionView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<SessionView> create(UUID id, @Valid @NotNull NewSession body) {
        access.requireEditor(id);
        Session session = service.create(id, body);
        return RestResponse.ResponseBuilder.<SessionView>created(
                        URI.create("/events/" + id + "/sessions/" + session.id()))
                .entity(SessionView.of(session, warnings.of(session)))
                .header("ETag", ETags.of(session.version()))
                .build();
    }

    @GET
    @Operation(
            operationId = "listSessions",
            summary = "List the programme of an event, or what has changed in it",
            description = "With changedSince: every change after the token once, removed sessions with status REMOVED.")
    public Page<SessionView> list(
            UUID id,
            @BeanParam @Valid PageRequest page,
            @QueryParam("track") @Size(max = 120) @Parameter(description = "The whole name of a track.") String track,
            @QueryParam("room") @Size(max = 120) @Parameter(description = "The whole name of a room.") String room,
            @QueryParam("day") @Parameter(description = "Begins on this day, in the zone of the event.") LocalDate day,
            @QueryParam("speaker") UUID speaker,
            @QueryParam("tag") @Size(max = 100) String tag,
            @QueryParam("language") @Size(max = 35) @Parameter(description = "Language tag; en shows en-GB as well.")
                    String language,
            @QueryParam("type") @Size(max = 120) String type,
            @QueryParam("text") @Size(max = 100) @Parameter(description = "Part of title or abstract, in any case.")
                    String text,
            @QueryParam("changedSince") @Parameter(description = "Opaque token from the field changes of a page.")
                    String changedSince) {
        access.requireVisible(id);
        var filter = new SessionFilter(track, room, day, speaker, tag, language, type, text);
        if (changedSince == null) {
            return list.page(id, filter, page);
        }
        if (!filter.isEmpty()) {
            throw Invalid.of("query:changedSince", "not-combinable", "Changes come without filters.");
        }
        return list.changes(id, page, changedSince);
    }

    @GET
    @Path("{sessionId}")
    @Operation(operationId = "getSession", summary = "Read a session")
    public RestResponse<SessionView> get(UUID id, UUID sessionId) {
        access.requireVisible(id);
        return answer(sessions.require(id, sessionId));
    }

    @PATCH
    @Path("{sessionId}")
    @RolesAllowed(Roles.ORGANIZER)
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "changeSession", summary = "Change a session (owners and editors)", description = """
                    New times have to lie within the event. A session that lies outside because the event has moved, or because it
                    was imported so, can be changed in everything else.""")
    public RestResponse<SessionView> change(
            UUID id, UUID sessionId, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull SessionChange body) {
        access.requireEditor(id);
        return answer(service.change(id, sessionId, ifMatch, body));
    }

    @DELETE
    @Path("{sessionId}")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(
            operationId = "removeSession",
            summary = "Remove a session (owners and editors)",
            description = "It stays readable as REMOVED, so that what refers to it stays explained.")
    public void remove(UUID id, UUID sessionId) {
        access.requireEditor(id);
        service.remove(id, sessionId);
    }

    private RestResponse<SessionView> answer(Session session) {
        return RestResponse.ResponseBuilder.ok(SessionView.of(session, warnings.of(session)))
                .header("ETag", ETags.of(session.version()))
                .build();
    }
}
