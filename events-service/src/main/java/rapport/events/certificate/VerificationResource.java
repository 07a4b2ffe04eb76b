package rapport.events.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.problem.NotFound;

@Path("/certificate-verifications")
@Tag(name = "Certificates", description = "Certificates of attendance.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class VerificationResource {
    private final CertificateTable certificates;

    VerificationResource(CertificateTable certificates) {
        this.certificates = certificates;
    }

    @GET
    @Path("{code}")
    @Operation(
            operationId = "verifyCertificate",
            summary = "Verify a certificate of attendance (no sign-in)",
            description = """
                    The code stands on the certificate, also as a QR code. What is verified is the paper against what is known now:
                    OUTDATED when a session on it no longer counts or has fewer minutes, until that is put right or the certificate
                    is issued again; more attendance than it says leaves it VALID. A code of somebody who had their data erased, or
                    of an event whose data is gone, is not found.""")
    public RestResponse<Verification> verify(UUID code) {
        Certificate certificate = certificates.byCode(code).orElseThrow(() -> new NotFound("certificate"));
        return RestResponse.ResponseBuilder.ok(Verification.of(certificate, certificates.isOutdated(certificate.id())))
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
