package rapport.events.speakerlist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.event.EventRepository;
import rapport.events.staff.EventAccess;
import rapport.kit.identity.Roles;
import rapport.kit.problem.Invalid;
import rapport.kit.time.WallTime;

@Path("/events/{id}/speaker-list")
@Tag(name = "Exports", description = "Data for other programs. Every export is recorded.")
@RolesAllowed(Roles.ORGANIZER)
class SpeakerListResource {
    private final SpeakerListExport export;
    private final ExportRecords records;
    private final EventRepository events;
    private final EventAccess access;

    SpeakerListResource(SpeakerListExport export, ExportRecords records, EventRepository events, EventAccess access) {
        this.export = export;
        this.records = records;
        this.events = events;
        this.access = access;
    }

    @GET
    @Produces("text/csv")
    @Operation(
            operationId = "exportSpeakerList",
            summary = "Export the speakers of an event as CSV (staff)",
            description = """
                    One consistent snapshot in a deterministic order. Addresses only for owners and editors, and only of speakers
                    who are OPEN and share theirs. Several values in a cell are separated by bars. Cells that a spreadsheet would
                    run as a formula begin with an apostrophe; the header Rapport-Guarded-Cells tells how many.""")
    @APIResponse(
            responseCode = "200",
            description = "RFC 4180, UTF-8",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    public RestResponse<InputStream> export(
            UUID id,
            @QueryParam("format") @DefaultValue("csv") @Parameter(schema = @Schema(enumeration = "csv")) String format,
            @QueryParam("rows")
                    @DefaultValue("speaker")
                    @Parameter(schema = @Schema(enumeration = {"speaker", "speaker-session"}))
                    String rows,
            @QueryParam("zone") @Parameter(description = "IANA zone of the local times; the event's when not given.")
                    String zone,
            @QueryParam("delimiter")
                    @DefaultValue("comma")
                    @Parameter(schema = @Schema(enumeration = {"comma", "semicolon", "tab"}))
                    String delimiter,
            @QueryParam("bom") @DefaultValue("false") boolean bom,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        boolean editor = access.requireStaff(id).mayEdit();
        one("format", format, "csv");
        var request = new ExportRequest(
                id,
                oneOf("rows", rows, ExportRequest.RowKind.values(), kind -> kind.text),
                WallTime.zone(zone == null ? events.require(id).zone() : zone, "query:zone")
                        .getId(),
                oneOf("delimiter", delimiter, ExportRequest.Delimiter.values(), choice -> choice.text),
                bom,
                editor);
        String etag = export.etag(request);
        if (ifNoneMatch != null && Arrays.asList(ifNoneMatch.split("\\s*,\\s*")).contains(etag)) {
            return headed(RestResponse.ResponseBuilder.<InputStream>create(RestResponse.Status.NOT_MODIFIED), etag)
                    .build();
        }
        Spool spool = export.spool(request);
        InputStream file = spool.open();
        records.add(request, spool, etag);
        return headed(RestResponse.ResponseBuilder.ok(file), etag)
                .header("Content-Length", spool.bytes())
                .header("Content-Disposition", "attachment; filename=\"speakers.csv\"")
                .header("Rapport-Formula-Guard", ExportRecords.GUARD)
                .header("Rapport-Guarded-Cells", spool.guardedCells())
                .build();
    }

    private static <T> RestResponse.ResponseBuilder<T> headed(RestResponse.ResponseBuilder<T> answer, String etag) {
        return answer.header("ETag", etag).header("Cache-Control", "private, no-store");
    }

    private static void one(String parameter, String value, String only) {
        if (!value.equals(only)) {
            throw Invalid.of("query:" + parameter, "unknown-value", "Must be " + only + ".");
        }
    }

    private static <E> E oneOf(
            String parameter, String value, E[] choices, java.util.function.Function<E, String> text) {
        return Arrays.stream(choices)
                .filter(choice -> text.apply(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> Invalid.of("query:" + parameter, "unknown-value", "There is no such choice."));
    }
}
