package rapport.events.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import rapport.events.imports.TableFile;
import rapport.events.imports.TableFormat;
import rapport.events.staff.EventAccess;
import rapport.kit.idempotency.Idempotent;
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
    @Idempotent
    @MaxBody(TEN_MB)
    @ResponseStatus(201)
    @Consumes({TableFormat.CSV_TYPE, TableFormat.JSON_TYPE, TableFormat.NDJSON_TYPE})
    @Operation(
            operationId = "importRegistrations",
            summary = "Import registrations from CSV or JSON (owners and editors)",
            description = """
                    Columns: email, external_id, display_name or given_name and family_name, affiliation, career_stage,
                    interests, goals (values separated by | or ;), zone, locale, sharing; usual other names are understood.
                    CSV with comma, semicolon or tab in UTF-8, UTF-16 or Windows-1252; JSON as a list of objects, or one object
                    per line. Key is external_id, else email. Blanks never overwrite; importing the same file again changes
                    nothing. Who finds no free place is WAITLISTED, in the order of the file. At most 50 000 rows and 10 MB.
                    A dry run is answered with 200.""")
    @RequestBody(
            content = {
                @Content(
                        mediaType = TableFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "email,display_name\r\nmaya@students.example,Maya Okafor\r\n"),
                @Content(
                        mediaType = TableFormat.JSON_TYPE,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                        example = "[{\"email\": \"maya@students.example\", \"display_name\": \"Maya Okafor\"}]"),
                @Content(
                        mediaType = TableFormat.NDJSON_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "{\"email\": \"maya@students.example\", \"display_name\": \"Maya Okafor\"}")
            })
    @APIResponseSchema(value = ImportReport.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "200", description = "A dry run: nothing was written")
    public RestResponse<ImportReport> importTable(
            UUID id,
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only tell what would happen.")
                    boolean dryRun,
            @QueryParam("mode")
                    @DefaultValue("BEST_EFFORT")
                    @Parameter(description = "What bad rows do to the good ones.")
                    ImportMode mode,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String mediaType,
            byte[] file) {
        access.requireEditor(id);
        var table = new TableFile(file, TableFormat.of(mediaType));
        ImportReport report = runs.run(
                id,
                ImportFormat.of("REGISTRATION", table.format()),
                file,
                new ImportOptions(dryRun, mode),
                (event, log) -> work.run(event, table, log));
        return RestResponse.status(dryRun ? RestResponse.Status.OK : RestResponse.Status.CREATED, report);
    }
}
