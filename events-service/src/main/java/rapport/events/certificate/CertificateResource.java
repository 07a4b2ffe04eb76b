package rapport.events.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.identity.Roles;

@Path("/certificates/{certificateId}")
@Tag(name = "Certificates")
@RolesAllowed(Roles.ATTENDEE)
class CertificateResource {
    private final CertificateService service;
    private final CertificateAccess access;
    private final CertificateConfig config;

    CertificateResource(CertificateService service, CertificateAccess access, CertificateConfig config) {
        this.service = service;
        this.access = access;
        this.config = config;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getCertificate", summary = "Read a certificate (owners, editors and its holder)")
    public Certificate get(UUID certificateId) {
        return access.forReading(certificateId);
    }

    @GET
    @Path("document.pdf")
    @Produces("application/pdf")
    @Operation(
            operationId = "getCertificatePdf",
            summary = "A certificate on paper (owners, editors and its holder)",
            description = "With a code that leads to the verification. 409 when the certificate was revoked.")
    @APIResponse(
            responseCode = "200",
            description = "A4 pages.",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> document(UUID certificateId) throws IOException {
        Certificate certificate = access.forReading(certificateId);
        if (certificate.status() == Certificate.Status.REVOKED) {
            throw new CertificateRefused.NoLongerValid();
        }
        URI verification = config.verificationUrl().resolve(certificate.code().toString());
        return RestResponse.ResponseBuilder.ok(CertificatePdf.of(certificate, verification))
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "attachment; filename=\"certificate.pdf\"")
                .build();
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
