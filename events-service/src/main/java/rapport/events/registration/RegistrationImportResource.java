package rapport.events.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

@Path("/events/{id}/registration-imports")
@Tag(name = "Imports", description = "Files of others. A dry run tells what would happen and leaves nothing behind.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class RegistrationImportResource {
    private static final long TEN_MB = 10_485_760;

    private final RegistrationImport work;
    private final ImportRuns runs;
    private final EventAccess access;

    RegistrationImportResource(RegistrationImport work, ImportRuns runs, EventAccess access) {
        this.work = work;
        this.runs = runs;
        this.access = access;
    }

    @POST
    @MaxBody(TEN_MB)
    @ResponseStatus(201)
    @Consumes("text/csv")
    @Operation(
            operationId = "importRegistrations",
            summary = "Import registrations from CSV (owners and editors)",
            description = """
                    Columns: external_id, display_name or given_name and family_name, email, affiliation, career_stage,
                    interests, goals (values separated by | or ;), zone, locale, sharing. Comma, semicolon or tab. Blanks
                    never overwrite; importing the same file again changes nothing. A dry run is answered with 200.""")
    public RestResponse<ImportReport> importCsv(
            UUID id,
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only tell what would happen.")
                    boolean dryRun,
            byte[] file) {
        access.requireEditor(id);
        ImportReport report = runs.run(id, "REGISTRATION_CSV", dryRun, (event, log) -> work.run(event, file, log));
        return RestResponse.status(dryRun ? RestResponse.Status.OK : RestResponse.Status.CREATED, report);
    }
}
