package rapport.contacts.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.contacts.person.Myself;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/card-holders")
@Tag(name = "Consent", description = "Who asks for the caller's card, who holds it, and the receipts.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class HolderResource {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** Of as many who met the caller one request asks what they see, at most. */
    private static final int STRETCH = 300;

    private static final String EFFECT =
            "What was shared is in no read, list, search or export of theirs from now on, and nothing"
                    + " is sent to the caller any more. Their own notes stay theirs. The same again changes nothing.";

    private final Revocation revocation;
    private final Holders holders;
    private final Myself myself;
    private final Cursors cursors;
    private final Caller caller;

    HolderResource(Revocation revocation, Holders holders, Myself myself, Cursors cursors, Caller caller) {
        this.revocation = revocation;
        this.holders = holders;
        this.myself = myself;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listCardHolders",
            summary = "Who has the caller's data",
            description =
                    "Everybody who sees a card of the caller's at the moment, by whatever consent. A page asks of at most 300"
                            + " who met the caller: when more did, it may hold fewer than asked for, even none, and have a next one.")
    public Page<HolderView> list(@BeanParam @Valid PageRequest page) {
        Optional<UUID> me = myself.find(caller.subject());
        if (me.isEmpty()) {
            return Page.of(List.of());
        }
        String scope = "card-holders:" + caller.subject();
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        Optional<UUID> end = holders.endOfStretch(me.get(), after, STRETCH);
        return Page.ofStretch(
                holders.page(me.get(), after, end.orElse(LAST), page.fetch()),
                page.limit(),
                holding -> cursors.encode(scope, holding.id()),
                HolderView::of,
                end.map(id -> cursors.encode(scope, id)).orElse(null));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(operationId = "withdrawFromHolder", summary = "Takes back what one holder sees", description = EFFECT)
    public void withdraw(UUID id) {
        revocation.from(caller.subject(), id);
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawFromAll",
            summary = "Takes back what everybody sees, or everybody who met the caller at an event",
            description = EFFECT + " Who scans the caller's badge there later has to ask.")
    public void withdrawAll(@Valid @NotNull Withdrawal withdrawal) {
        revocation.fromAll(caller.subject(), withdrawal.eventId());
    }
}
