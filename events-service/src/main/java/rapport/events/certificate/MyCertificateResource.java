package rapport.events.certificate;

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
import rapport.events.person.People;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/me/certificates")
@Tag(name = "Me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class MyCertificateResource {
    private final CertificateTable certificates;
    private final People people;
    private final Cursors cursors;

    MyCertificateResource(CertificateTable certificates, People people, Cursors cursors) {
        this.certificates = certificates;
        this.people = people;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listMyCertificates", summary = "The caller's certificates, also revoked ones")
    public Page<Certificate> list(@BeanParam @Valid PageRequest page) {
        return people.callersPerson().map(person -> of(person, page)).orElseGet(() -> Page.of(List.of()));
    }

    private Page<Certificate> of(UUID person, PageRequest page) {
        String scope = "own-certificates:" + person;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                certificates.ofPerson(person, after, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.id()),
                row -> row);
    }
}
