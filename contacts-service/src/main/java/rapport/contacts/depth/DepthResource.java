package rapport.contacts.depth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.contacts.contact.ContactBook;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/contacts/{contactId}/depth")
@Tag(name = "Depth", description = "How deep relationships are, and who needs the owner.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class DepthResource {
    private final Depths depths;
    private final ContactBook contacts;
    private final Caller caller;

    DepthResource(Depths depths, ContactBook contacts, Caller caller) {
        this.depths = depths;
        this.contacts = contacts;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getDepth",
            summary = "How deep the relationship with a contact is, and why",
            description =
                    "Quality, not quantity: no number and no order of people comes of it, and nobody but the caller sees it.")
    public DepthView get(UUID contactId) {
        UUID contact = contacts.require(caller.subject(), contactId).id();
        return DepthView.of(contact, depths.of(caller.subject(), contact));
    }
}
