package rapport.events.programme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.imports.ImportReport;
import rapport.events.imports.ImportRuns;
import rapport.events.staff.EventAccess;
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
    @MaxBody(TEN_MB)
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "importProgramme",
            summary = "Import a programme from schedule XML (owners and editors)",
            description = """
                    The format of frab, pretalx and c3voc. Key of sessions and persons is guid, else id. Sessions outside
                    of the event are remarked. Blanks never overwrite; importing the same file again changes nothing; what the file
                    does not mention stays. A dry run is answered with 200.""")
    public RestResponse<ImportReport> importXml(
            UUID id,
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only tell what would happen.")
                    boolean dryRun,
            InputStream file) {
        access.requireEditor(id);
        ImportReport report = runs.run(id, "SCHEDULE_XML", dryRun, (event, log) -> work.run(event, file, log));
        return RestResponse.status(dryRun ? RestResponse.Status.OK : RestResponse.Status.CREATED, report);
    }
}
