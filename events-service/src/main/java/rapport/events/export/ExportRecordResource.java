package rapport.events.export;

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

@Path("/events/{id}/exports")
@Tag(name = "Exports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class ExportRecordResource {
    private final ExportRecords records;
    private final EventAccess access;
    private final Cursors cursors;

    ExportRecordResource(ExportRecords records, EventAccess access, Cursors cursors) {
        this.records = records;
        this.access = access;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listExports", summary = "Who has exported what from an event (owners and editors)")
    public Page<ExportRecords.ExportRecord> list(UUID id, @BeanParam @Valid PageRequest page) {
        access.requireEditor(id);
        String scope = "exports:" + id;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                records.of(id, after, page.fetch()), page.limit(), row -> cursors.encode(scope, row.id()), row -> row);
    }
}
