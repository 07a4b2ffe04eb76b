package rapport.contacts.duplicate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

/** Contacts that may be one person. Nothing is merged by itself. */
@Path("/contacts")
@Tag(
        name = "Duplicates",
        description = "Contacts that may be one person: finding them, merging them and taking that back.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class DuplicateResource {
    private final DuplicateTable duplicates;
    private final Cursors cursors;
    private final Caller caller;

    DuplicateResource(DuplicateTable duplicates, Cursors cursors, Caller caller) {
        this.duplicates = duplicates;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Path("duplicates")
    @Operation(
            operationId = "listDuplicates",
            summary = "Pairs of contacts that are or may be one person, the surest first",
            description = """
                    CERTAIN: the same ORCID iD, LinkedIn profile, personal e-mail address, or telephone number and name. SUGGESTED: the
                    same name in any spelling and order, or family name and initial, together with the same affiliation or a common
                    event; or the same number or office address. Only what the caller typed and what people share now is compared.
                    What more than 20 contacts have in common says nothing.""")
    public Page<DuplicateView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("certainty") @Parameter(description = "Only these.") Certainty certainty) {
        String scope = "duplicates:" + caller.subject() + ':' + certainty;
        return Page.of(
                duplicates.page(caller.subject(), certainty, position(scope, page), page.fetch()),
                page.limit(),
                pair -> cursors.encode(scope, pair.score(), pair.contactId(), pair.otherContactId()),
                pair -> pair);
    }

    @POST
    @Idempotent
    @Path("{id}/not-duplicates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rememberNotADuplicate",
            summary = "Remembers for ever that two contacts are two people",
            description = "They are not suggested again, also not when one of them is merged with a third one.")
    @APIResponse(responseCode = "204", description = "Remembered.")
    public void distinct(UUID id, @Valid @NotNull NotADuplicate other) {
        duplicates.distinct(caller.subject(), id, other.contactId());
    }

    private DuplicateTable.Position position(String scope, PageRequest page) {
        if (page.isFirst()) {
            return DuplicateTable.Position.START;
        }
        List<String> at = cursors.decode(scope, page.cursor());
        return new DuplicateTable.Position(
                Double.parseDouble(at.get(0)), UUID.fromString(at.get(1)), UUID.fromString(at.get(2)));
    }
}
