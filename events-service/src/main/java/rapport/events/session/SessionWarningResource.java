package rapport.events.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.events.staff.EventAccess;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/session-warnings")
@Tag(name = "Sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class SessionWarningResource {
    private final SessionWarnings warnings;
    private final EventAccess access;
    private final Cursors cursors;

    SessionWarningResource(SessionWarnings warnings, EventAccess access, Cursors cursors) {
        this.warnings = warnings;
        this.access = access;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listSessionWarnings",
            summary = "List what may be wrong with the programme (owners and editors)",
            description =
                    "Overlaps in a room or of a speaker, each pair once, and sessions outside of the event. Computed"
                            + " from the programme as it is, so a page after a change continues in the changed list.")
    public Page<SessionWarning> list(UUID id, @BeanParam @Valid PageRequest page) {
        access.requireEditor(id);
        String scope = "session-warnings:" + id;
        int offset = page.isFirst()
                ? 0
                : Integer.parseInt(cursors.decode(scope, page.cursor()).getFirst());
        List<SessionWarning> rows = warnings.ofEvent(id, offset, page.fetch());
        boolean more = rows.size() > page.limit();
        String next = more ? cursors.encode(scope, offset + page.limit()) : null;
        return new Page<>(more ? rows.subList(0, page.limit()) : rows, next, null);
    }
}
