package rapport.contacts.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;

/** Finds contacts. A POST, so that names and addresses stand in no URL and in no log. */
@Path("/contacts/search")
@Tag(name = "Contacts", description = "Whom the owner met, and what they know and want of them.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ContactSearchResource {
    private final ContactSearch search;
    private final Caller caller;

    ContactSearchResource(ContactSearch search, Caller caller) {
        this.search = search;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchContacts",
            summary = "Finds contacts by words, whatever their spelling",
            description =
                    "Looks at what the owner typed and noted, at cards that are shared now and at what is public of"
                            + " speakers. Changes nothing. Best first among the latest 1000 contacts, then among the 1000 before them,"
                            + " and so on: of owners who have more, a page may hold fewer hits than asked for, even none, and have a"
                            + " next one.")
    @APIResponse(responseCode = "200", description = "Best first; next goes into the cursor of the next request.")
    public Page<ContactHit> find(@Valid @NotNull SearchRequest request) {
        return search.find(caller.subject(), request);
    }
}
