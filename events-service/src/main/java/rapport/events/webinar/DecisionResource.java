package rapport.events.webinar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/webinar-participants")
@Tag(name = "Webinar reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class DecisionResource {
    private final DecisionService service;
    private final DecisionTable table;
    private final EventAccess access;
    private final Cursors cursors;

    DecisionResource(DecisionService service, DecisionTable table, EventAccess access, Cursors cursors) {
        this.service = service;
        this.table = table;
        this.access = access;
        this.cursors = cursors;
    }

    /** The matches that somebody may want to look at. */
    enum Looked {
        NAME,
        MANUAL,
        IGNORED,
        UNMATCHED
    }

    @GET
    @Operation(
            operationId = "listWebinarParticipants",
            summary = "Participants whom no identifier has told, and what was decided about them (owners and editors)",
            description = "Of the reports that count. Unmatched ones by default.")
    public Page<UnmatchedParticipant> list(
            UUID id,
            @BeanParam @Valid PageRequest page,
            @QueryParam("match") @DefaultValue("UNMATCHED") @Parameter(description = "How they were found.")
                    Looked match,
            @QueryParam("sessionId") @Parameter(description = "Only in this session.") UUID sessionId) {
        access.requireEditor(id);
        String scope = "webinar-participants:" + id + ':' + match + ':' + sessionId;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                table.page(id, Match.valueOf(match.name()), sessionId, after, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.id()),
                row -> row);
    }

    @GET
    @Path("{participantId}")
    @Operation(operationId = "getWebinarParticipant", summary = "Read a participant (owners and editors)")
    public RestResponse<UnmatchedParticipant> get(UUID id, UUID participantId) {
        access.requireEditor(id);
        return answer(table.require(id, participantId));
    }

    @PUT
    @Path("{participantId}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideWebinarParticipant",
            summary = "Say whose registration a participant is, or that it does not matter (owners and editors)",
            description = """
                    Holds for all reports of the event in which the participant is named the same, also for later ones. Those
                    whom an identifier has told are not to be decided about.""")
    public RestResponse<UnmatchedParticipant> decide(
            UUID id, UUID participantId, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull Decision body) {
        access.requireEditor(id);
        return answer(service.decide(id, participantId, ifMatch, body));
    }

    private static RestResponse<UnmatchedParticipant> answer(UnmatchedParticipant participant) {
        return RestResponse.ResponseBuilder.ok(participant)
                .header("ETag", ETags.of(participant.version()))
                .build();
    }
}
