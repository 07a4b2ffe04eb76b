package rapport.events.attendancelist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

@Path("/events/{id}/attendance-list")
@Tag(name = "Exports")
@RolesAllowed(Roles.ORGANIZER)
class AttendanceListResource {
    private final AttendanceListExport list;
    private final Exports exports;
    private final EventAccess access;

    AttendanceListResource(AttendanceListExport list, Exports exports, EventAccess access) {
        this.list = list;
        this.exports = exports;
        this.access = access;
    }

    @GET
    @Operation(
            operationId = "exportAttendanceList",
            summary = "Export who was in which session (owners and editors)",
            description = """
                    One row per person and session, measured as listAttendance tells it. One consistent snapshot in a
                    deterministic order, csv, xlsx, json or ndjson as exportSpeakerList writes it.""")
    @APIResponse(
            responseCode = "200",
            description = "The list. Rapport-Changes is the token to ask for what changes later.",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "display_name,minutes\r\n\"Maya Okafor\",52\r\n"),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                        example = "[{\"display_name\": \"Maya Okafor\", \"minutes\": 52}]"),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "{\"display_name\":\"Maya Okafor\"}\n"),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    @APIResponse(responseCode = "422", description = "The list does not fit into a worksheet.")
    public RestResponse<Download> export(
            UUID id,
            @BeanParam @Valid Exports.Form form,
            @BeanParam @Valid AttendedRows.Filter filter,
            @QueryParam("zone")
                    @Size(max = 64)
                    @Parameter(description = "IANA zone of the local times; the event's when not given.")
                    String zone,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        access.requireEditor(id);
        return exports.answer(list.export(id, form, filter, zone), AttendanceListExport.scope(id), ifNoneMatch);
    }
}
