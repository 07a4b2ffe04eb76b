package rapport.events.certificate;

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

@Path("/events/{id}/certificates")
@Tag(name = "Certificates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class EventCertificateResource {
    private final CertificateTable certificates;
    private final EventAccess access;
    private final Cursors cursors;

    EventCertificateResource(CertificateTable certificates, EventAccess access, Cursors cursors) {
        this.certificates = certificates;
        this.access = access;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listCertificates", summary = "List the certificates of an event (owners and editors)")
    public Page<Certificate> list(UUID id, @BeanParam @Valid PageRequest page) {
        access.requireEditor(id);
        String scope = "certificates:" + id;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                certificates.ofEvent(id, after, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.id()),
                row -> row);
    }
}
