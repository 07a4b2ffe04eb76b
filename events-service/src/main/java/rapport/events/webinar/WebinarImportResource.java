package rapport.events.webinar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.identity.Roles;
import rapport.kit.limits.MaxBody;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;
import rapport.kit.time.WallTime;

@Path("/events/{id}/sessions/{sessionId}/webinar-imports")
@Tag(name = "Webinar reports", description = "Attendance reports of webinar platforms.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class WebinarImportResource {
    private static final long TEN_MB = 10_485_760;

    private final WebinarService service;
    private final WebinarImportTable imports;
    private final EventAccess access;
    private final Cursors cursors;

    WebinarImportResource(WebinarService service, WebinarImportTable imports, EventAccess access, Cursors cursors) {
        this.service = service;
        this.imports = imports;
        this.access = access;
        this.cursors = cursors;
    }

    @POST
    @MaxBody(TEN_MB)
    @ResponseStatus(201)
    @Consumes({"text/csv", "text/tab-separated-values", "text/plain", "application/json", "application/octet-stream"})
    @Operation(
            operationId = "importWebinarReport",
            summary = "Import who was in a webinar session from its platform's report (owners and editors)",
            description = """
                    Zoom webinar attendee report, Zoom meeting participants, Microsoft Teams attendance report, GoToWebinar
                    attendee report, BigBlueButton learning dashboard (CSV or JSON), or any table with the columns external_id,
                    email, orcid, name, joined_at, left_at, minutes. At most 10 MB and 50 000 rows; the media type does not
                    matter. The same report again changes nothing; a newer one of the same format and part replaces what the
                    one before said. Participants without a registration are listed as unmatched. A dry run, or a report that
                    changes nothing, is answered with 200.""")
    @APIResponseSchema(value = WebinarReportView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "200", description = "A dry run: nothing was written")
    public RestResponse<WebinarReportView> importReport(
            UUID id,
            UUID sessionId,
            @QueryParam("format") @Parameter(description = "Which report it is; found out when not given.")
                    WebinarFormat format,
            @QueryParam("zone")
                    @Parameter(description = "IANA zone of the file's times. Required unless the file says it itself.")
                    String zone,
            @QueryParam("dateOrder")
                    @Parameter(
                            description =
                                    "How 03/04/2026 is read; found out from the file and the session when not given.")
                    DateOrder dateOrder,
            @QueryParam("columns")
                    @Parameter(
                            description = "Headings of columns with unusual ones, such as name=Wer;joined=Von;left=Bis."
                                    + " Columns: name, first_name, last_name, email, external_id, orcid, joined, left,"
                                    + " minutes, duration.")
                    String columns,
            @QueryParam("part")
                    @DefaultValue("1")
                    @Min(1)
                    @Max(20)
                    @Parameter(description = "Counts the reports of a session that was held in several meetings.")
                    int part,
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only tell what would happen.")
                    boolean dryRun,
            byte[] file) {
        access.requireEditor(id);
        var upload = new Upload(
                file,
                format,
                zone == null ? null : WallTime.zone(zone, "query:zone"),
                dateOrder,
                ColumnNames.read(columns),
                part);
        WebinarReportView report = service.take(id, sessionId, upload, dryRun);
        boolean nothingNew = dryRun || report.unchanged();
        return RestResponse.status(nothingNew ? RestResponse.Status.OK : RestResponse.Status.CREATED, report);
    }

    @GET
    @Operation(
            operationId = "listWebinarImports",
            summary = "The reports that were imported for a session (owners and editors)")
    public Page<WebinarImport> list(UUID id, UUID sessionId, @BeanParam @Valid PageRequest page) {
        access.requireEditor(id);
        String scope = "webinar-imports:" + sessionId;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                imports.ofSession(id, sessionId, after, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.id()),
                row -> row);
    }

    @GET
    @Path("{importId}")
    @Operation(operationId = "getWebinarImport", summary = "Read an imported report (owners and editors)")
    public WebinarImport get(UUID id, UUID sessionId, UUID importId) {
        access.requireEditor(id);
        return imports.require(id, sessionId, importId);
    }

    @POST
    @Path("{importId}/rollback")
    @Operation(
            operationId = "rollBackWebinarImport",
            summary = "Take a report back (owners and editors)",
            description =
                    "The report before it counts again, so attendance is as it was. Doing it again changes nothing.")
    public WebinarImport rollBack(UUID id, UUID sessionId, UUID importId) {
        access.requireEditor(id);
        return service.rollBack(id, sessionId, importId);
    }
}
