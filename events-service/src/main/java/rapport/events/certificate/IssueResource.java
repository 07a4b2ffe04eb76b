package rapport.events.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;

@Path("/events/{id}/registrations/{registrationId}/certificates")
@Tag(name = "Certificates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class IssueResource {
    private final CertificateService service;
    private final CertificateAccess access;

    IssueResource(CertificateService service, CertificateAccess access) {
        this.service = service;
        this.access = access;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "issueCertificate",
            summary = "Issue the certificate of a registration (owners, editors and the registered person)",
            description = """
                    For the sessions that are over and in which the event's rule is met. When a valid certificate says the same
                    already, it is answered with 200; one that says something else is revoked. 409 with the rule when no session
                    counts.""")
    @APIResponseSchema(value = Certificate.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "200", description = "The certificate that says the same already")
    public RestResponse<Certificate> issue(UUID id, UUID registrationId, @Valid @NotNull NewCertificate body) {
        UUID holder = access.limitedTo(id);
        CertificateService.Issue issue = service.issue(id, registrationId, holder, body.nameShown());
        return RestResponse.status(
                issue.issued() ? RestResponse.Status.CREATED : RestResponse.Status.OK, issue.certificate());
    }
}
