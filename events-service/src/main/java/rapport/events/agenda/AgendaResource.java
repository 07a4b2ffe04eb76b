package rapport.events.agenda;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.edit.ETags;

@Path("/public/events/{id}/agenda")
@Tag(name = "Public", description = "Open to everybody, without sign-in and without any address.")
@Produces(MediaType.APPLICATION_JSON)
class AgendaResource {
    private final PublicProgramme programme;

    AgendaResource(PublicProgramme programme) {
        this.programme = programme;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getAgenda",
            summary = "The programme of an event by day and room, with its speakers",
            description = "No sign-in needed. Drafts do not exist here. Caches may keep it for a minute.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    public RestResponse<Agenda> agenda(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        String etag = ETags.of(programme.edition(id));
        if (ETags.matches(ifNoneMatch, etag)) {
            return headed(RestResponse.ResponseBuilder.<Agenda>create(RestResponse.Status.NOT_MODIFIED), etag)
                    .build();
        }
        var sessions = programme.sessions(id).stream()
                .filter(session -> !session.removed())
                .toList();
        return headed(
                        RestResponse.ResponseBuilder.ok(
                                Agenda.of(programme.event(id), sessions, programme.speakers(id))),
                        etag)
                .build();
    }

    private static RestResponse.ResponseBuilder<Agenda> headed(
            RestResponse.ResponseBuilder<Agenda> answer, String etag) {
        return answer.header("ETag", etag).header("Cache-Control", "public, max-age=60, stale-if-error=86400");
    }
}
