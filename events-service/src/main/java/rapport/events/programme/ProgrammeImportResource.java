package rapport.events.programme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.imports.ImportFormat;
import rapport.events.imports.ImportMode;
import rapport.events.imports.ImportOptions;
import rapport.events.imports.ImportReport;
import rapport.events.imports.ImportRuns;
import rapport.events.staff.EventAccess;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;
import rapport.kit.limits.MaxBody;

@Path("/events/{id}/programme-imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class ProgrammeImportResource {
    private static final long TEN_MB = 10_485_760;

    private final ProgrammeImport work;
    private final ImportRuns runs;
    private final EventAccess access;

    ProgrammeImportResource(ProgrammeImport work, ImportRuns runs, EventAccess access) {
        this.work = work;
        this.runs = runs;
        this.access = access;
    }

    @POST
    @Idempotent
    @MaxBody(TEN_MB)
    @ResponseStatus(201)
    @Consumes({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "importProgramme",
            summary = "Import a programme from schedule XML or schedule JSON (owners and editors)",
            description = """
                    The formats of frab, pretalx and c3voc, old and new. Key of sessions and persons is guid, else id; of persons
                    without both the code, else the name. Times without an offset are in the file's time_zone_name, else in the
                    event's zone. Sessions outside of the event are remarked. Blanks never overwrite; importing the same file
                    again changes nothing. Sessions of an earlier file that this one does not mention are reported and stay,
                    unless removeMissing says otherwise. At most 20 000 sessions and 10 MB. A dry run is answered with 200.""")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(type = SchemaType.STRING),
                        example = """
                <schedule><day date="2026-11-20"><room name="Festsaal"><event guid="5ba1ac17-0d7c-4a5e-9c3e-1d2f3a4b5c6d" id="1">
                <date>2026-11-20T10:30:00+01:00</date><duration>00:45</duration><title>Atrial fibrillation in athletes</title>
                <persons><person id="7">Dr. Inés López</person></persons></event></room></day></schedule>"""),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        example = """
                {"schedule": {"conference": {"days": [{"date": "2026-11-20", "rooms": {"Festsaal": [
                {"guid": "5ba1ac17-0d7c-4a5e-9c3e-1d2f3a4b5c6d", "id": 1, "date": "2026-11-20T10:30:00+01:00",
                "duration": "00:45", "title": "Atrial fibrillation in athletes",
                "persons": [{"id": 7, "public_name": "Dr. Inés López"}]}]}}]}}}""")
            })
    @APIResponseSchema(value = ImportReport.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "200", description = "A dry run: nothing was written")
    public RestResponse<ImportReport> importProgramme(
            UUID id,
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only tell what would happen.")
                    boolean dryRun,
            @QueryParam("mode")
                    @DefaultValue("BEST_EFFORT")
                    @Parameter(description = "What bad rows do to the good ones.")
                    ImportMode mode,
            @QueryParam("removeMissing")
                    @DefaultValue("false")
                    @Parameter(description = "Remove the sessions of earlier schedules that this one does not mention.")
                    boolean removeMissing,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String mediaType,
            byte[] file) {
        access.requireEditor(id);
        boolean json = mediaType.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON);
        var format = json ? ImportFormat.SCHEDULE_JSON : ImportFormat.SCHEDULE_XML;
        var schedule = new ProgrammeImport.File(file, format, removeMissing);
        ImportReport report = runs.run(
                id, format, file, new ImportOptions(dryRun, mode), (event, log) -> work.run(event, schedule, log));
        return RestResponse.status(dryRun ? RestResponse.Status.OK : RestResponse.Status.CREATED, report);
    }
}
