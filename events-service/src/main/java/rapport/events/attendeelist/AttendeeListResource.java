package rapport.events.attendeelist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.export.Exports;
import rapport.events.staff.EventAccess;
import rapport.kit.download.Download;
import rapport.kit.identity.Roles;

@Path("/events/{id}/attendee-list")
@Tag(name = "Exports")
@RolesAllowed(Roles.ORGANIZER)
class AttendeeListResource {
    private final AttendeeList list;
    private final Exports exports;
    private final EventAccess access;

    AttendeeListResource(AttendeeList list, Exports exports, EventAccess access) {
        this.list = list;
        this.exports = exports;
        this.access = access;
    }

    @GET
    @Operation(
            operationId = "exportAttendeeList",
            summary = "Export the registrations of an event (owners and editors)",
            description = """
                    What people told this event when they registered; whom they met and what they wrote down is theirs. One
                    consistent snapshot in a deterministic order, csv, xlsx, json or ndjson as exportSpeakerList writes it. The
                    fields are those that importRegistrations reads.""")
    @APIResponse(
            responseCode = "200",
            description = "The list. Rapport-Changes is the token to ask for what changes later.",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        example = "display_name,status\r\n\"Maya Okafor\",CONFIRMED\r\n"),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                        example = "[{\"display_name\": \"Maya Okafor\", \"status\": \"CONFIRMED\"}]"),
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
            @BeanParam @Valid AttendeeRows.Filter filter,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        access.requireEditor(id);
        return exports.answer(list.export(id, form, filter), AttendeeList.scope(id), ifNoneMatch);
    }
}
