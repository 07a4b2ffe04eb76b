package rapport.kit.inbound;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

/** What operators do about messages that could not be applied. */
@Path("/operations/parked-messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Operations")
class ParkedMessageResource {
    private static final String SCOPE = "parked-messages";
    private static final UUID BEGINNING = new UUID(0, 0);

    private final ParkedMessages messages;
    private final Cursors cursors;

    ParkedMessageResource(ParkedMessages messages, Cursors cursors) {
        this.messages = messages;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listParkedMessages", summary = "Messages that could not be applied, oldest first")
    public Page<ParkedMessage> list(@Valid @BeanParam PageRequest page) {
        UUID after = page.isFirst()
                ? BEGINNING
                : UUID.fromString(cursors.decode(SCOPE, page.cursor()).getFirst());
        return Page.of(
                messages.open(after, page.fetch()),
                page.limit(),
                parked -> cursors.encode(SCOPE, parked.id()),
                ParkedMessage::of);
    }

    @POST
    @Path("{id}/replay")
    @Operation(
            operationId = "replayParkedMessage",
            summary = "Applies the message again",
            description = "A message that is superseded meanwhile changes nothing. One that is still at fault stays"
                    + " parked and is answered with 422.")
    public ParkedMessage replay(UUID id) {
        return ParkedMessage.of(messages.replay(id));
    }
}
