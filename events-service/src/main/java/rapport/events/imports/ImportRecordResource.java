package rapport.events.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.events.staff.EventAccess;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class ImportRecordResource {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final ImportRecords records;
    private final EventAccess access;
    private final Cursors cursors;

    ImportRecordResource(ImportRecords records, EventAccess access, Cursors cursors) {
        this.records = records;
        this.access = access;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listImports",
            summary = "What was imported into an event, the newest first (owners and editors)")
    public Page<ImportRecords.ImportRecord> list(UUID id, @BeanParam @Valid PageRequest page) {
        access.requireEditor(id);
        String scope = "imports:" + id;
        UUID before = page.isFirst()
                ? AFTER_ALL
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                records.before(id, before, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.id()),
                row -> row);
    }
}
