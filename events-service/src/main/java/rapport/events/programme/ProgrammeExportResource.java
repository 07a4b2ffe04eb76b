package rapport.events.programme;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.event.EventRepository;
import rapport.events.event.EventStatus;
import rapport.events.staff.EventAccess;
import rapport.kit.problem.NotFound;

@Path("/events/{id}")
@Tag(name = "Programme", description = "The programme as a schedule file, for everybody once the event is published.")
@PermitAll
class ProgrammeExportResource {
    private final ProgrammeExport export;
    private final EventRepository events;
    private final EventAccess access;
    private final SecurityIdentity identity;

    ProgrammeExportResource(
            ProgrammeExport export, EventRepository events, EventAccess access, SecurityIdentity identity) {
        this.export = export;
        this.events = events;
        this.access = access;
        this.identity = identity;
    }

    @GET
    @Path("schedule.xml")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(operationId = "exportScheduleXml", summary = "Export the programme as schedule XML", description = """
                    The format of frab, pretalx and c3voc; no address is in it. No sign-in is needed once the event is published;
                    a draft is for its staff. Importing it again changes nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The programme",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    public RestResponse<byte[]> xml(
            UUID id, @HeaderParam("If-None-Match") String ifNoneMatch, @Context UriInfo address) {
        return answer(id, ProgrammeExport.Format.XML, ifNoneMatch, address);
    }

    @GET
    @Path("schedule.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportScheduleJson",
            summary = "Export the programme as schedule JSON",
            description = "As the XML, with biographies.")
    @APIResponse(
            responseCode = "200",
            description = "The programme",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    public RestResponse<byte[]> json(
            UUID id, @HeaderParam("If-None-Match") String ifNoneMatch, @Context UriInfo address) {
        return answer(id, ProgrammeExport.Format.JSON, ifNoneMatch, address);
    }

    private RestResponse<byte[]> answer(UUID id, ProgrammeExport.Format format, String ifNoneMatch, UriInfo address) {
        boolean draft = events.require(id).status() == EventStatus.DRAFT;
        if (draft && identity.isAnonymous()) {
            throw new NotFound("event");
        }
        if (draft) {
            access.requireStaff(id);
        }
        String baseUrl =
                address.getBaseUriBuilder().path("events").path(id.toString()).build() + "/";
        String etag = export.etag(id, format, baseUrl);
        boolean unchanged = ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .anyMatch(tag -> tag.strip().replaceFirst("^W/", "").equals(etag));
        var answer = unchanged
                ? RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(export.file(id, format, baseUrl));
        return answer.header("ETag", etag)
                .header("Cache-Control", draft ? "private, no-cache" : "public, no-cache")
                .build();
    }
}
