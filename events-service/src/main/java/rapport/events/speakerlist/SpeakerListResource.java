package rapport.events.speakerlist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.export.Exports;
import rapport.events.staff.EventAccess;
import rapport.kit.download.Download;
import rapport.kit.identity.Roles;

@Path("/events/{id}/speaker-list")
@Tag(name = "Exports", description = "Data for other programs. Every export is recorded.")
@RolesAllowed(Roles.ORGANIZER)
class SpeakerListResource {
    private final SpeakerList list;
    private final Exports exports;
    private final EventAccess access;

    SpeakerListResource(SpeakerList list, Exports exports, EventAccess access) {
        this.list = list;
        this.exports = exports;
        this.access = access;
    }

    @GET
    @Operation(
            operationId = "exportSpeakerList",
            summary = "Export the speakers of an event (staff)",
            description = """
                    One consistent snapshot in a deterministic order. Addresses only for owners and editors, and only of speakers
                    who are OPEN and share theirs. In CSV and XLSX several values in a cell are separated by bars, and cells that
                    a spreadsheet would run as a formula begin with an apostrophe; the header Rapport-Guarded-Cells tells how
                    many. JSON and NDJSON hold the text as it is and lists as arrays. A vCard holds one speaker.""")
    @APIResponse(
            responseCode = "200",
            description = "The list. Rapport-Changes is the token to ask for what changes later.",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "display_name,affiliation\r\n\"Dr. Inés López\",\"Hospital Clínic\"\r\n"),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                        example = "[{\"display_name\": \"Dr. Inés López\", \"affiliation\": \"Hospital Clínic\"}]"),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "{\"display_name\":\"Dr. Inés López\"}\n"),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "text/vcard",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dr. Inés López\r\nEND:VCARD\r\n")
            })
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    @APIResponse(responseCode = "422", description = "The list does not fit into a worksheet.")
    public RestResponse<Download> export(
            UUID id,
            @BeanParam @Valid Exports.Form form,
            @BeanParam @Valid SpeakerRows.Filter filter,
            @QueryParam("rows")
                    @DefaultValue("speaker")
                    @Parameter(
                            description = "A row per speaker, or per speaker and session.",
                            schema = @Schema(enumeration = {"speaker", "speaker-session"}))
                    String rows,
            @QueryParam("zone")
                    @Size(max = 64)
                    @Parameter(description = "IANA zone of the local times; the event's when not given.")
                    String zone,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @Context UriInfo uri) {
        boolean editor = access.requireStaff(id).mayEdit();
        String events = uri.getBaseUriBuilder().path("events").build().toString();
        var wanted = new SpeakerList.Wanted(form, filter, rows, zone, events);
        return exports.answer(list.export(id, wanted, editor), SpeakerList.scope(id), ifNoneMatch);
    }
}
