package rapport.contacts.contactmerge;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.outbox.OutboxSignal;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

/** Merges that were done, and their way back. */
@Path("/contact-merges")
@Tag(
        name = "Duplicates",
        description = "Contacts that may be one person: finding them, merging them and taking that back.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class DoneMergeResource {
    private static final UUID LAST = new UUID(-1, -1);

    private final MergeService service;
    private final Cursors cursors;
    private final OutboxSignal outbox;
    private final Caller caller;

    DoneMergeResource(MergeService service, Cursors cursors, OutboxSignal outbox, Caller caller) {
        this.service = service;
        this.cursors = cursors;
        this.outbox = outbox;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listMerges", summary = "The caller's merges, the latest first, undone ones among them")
    public Page<MergeView> list(@BeanParam @Valid PageRequest page) {
        String scope = "contact-merges:" + caller.subject();
        UUID before = page.isFirst()
                ? LAST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                service.page(caller.subject(), before, page.fetch()),
                page.limit(),
                merge -> cursors.encode(scope, merge.id()),
                StoredMerge::view);
    }

    @POST
    @Idempotent
    @Path("{id}/undo")
    @Operation(operationId = "undoMerge", summary = "Takes a merge back", description = """
                    Both contacts are again what they would be if they had never been merged: what came with the other one goes back with
                    it, what was written and added since stays here. Undoing twice changes nothing.""")
    @APIResponse(responseCode = "200", description = "They are two again.")
    @APIResponse(responseCode = "409", description = "It was more than 30 days ago.")
    public MergeView undo(UUID id) {
        StoredMerge merge = service.undo(caller.subject(), id);
        outbox.wake();
        return merge.view();
    }
}
