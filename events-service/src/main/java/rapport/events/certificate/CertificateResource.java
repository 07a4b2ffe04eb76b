package rapport.events.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Roles;

@Path("/certificates/{certificateId}")
@Tag(name = "Certificates")
@RolesAllowed(Roles.ATTENDEE)
class CertificateResource {
    private final CertificateService service;
    private final CertificateAccess access;

    CertificateResource(CertificateService service, CertificateAccess access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getCertificate", summary = "Read a certificate (owners, editors and its holder)")
    public Certificate get(UUID certificateId) {
        return access.forReading(certificateId);
    }

    @POST
    @Path("revocation")
    @RolesAllowed(Roles.ORGANIZER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revokeCertificate",
            summary = "Take a certificate back (owners and editors)",
            description = "Doing it again changes nothing.")
    public Certificate revoke(UUID certificateId) {
        access.forRevoking(certificateId);
        return service.withdraw(certificateId);
    }
}
