package rapport.contacts.receipt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Tuple;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.contacts.person.Myself;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/consent-receipts")
@Tag(name = "Consent", description = "Who asks for the caller's card, who holds it, and the receipts.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ReceiptResource {
    private static final UUID LAST = new UUID(-1, -1);

    private final ReceiptReader receipts;
    private final Myself myself;
    private final Cursors cursors;
    private final Caller caller;

    ReceiptResource(ReceiptReader receipts, Myself myself, Cursors cursors, Caller caller) {
        this.receipts = receipts;
        this.myself = myself;
        this.cursors = cursors;
        this.caller = caller;
    }

    /** Whose receipts. */
    enum Side {
        /** Of what the caller gave and took back. */
        GIVEN,
        /** Of what others gave the caller and took back. */
        HELD
    }

    @GET
    @Operation(
            operationId = "listConsentReceipts",
            summary = "What was given and taken back, latest first",
            description = "Receipts are only ever added. GIVEN: by the caller; HELD: by others to the caller.")
    public Page<ReceiptView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("side") @DefaultValue("GIVEN") @Parameter(description = "Given by the caller, or held.")
                    Side side) {
        String scope = "consent-receipts:" + caller.subject() + ":" + side;
        UUID before = page.isFirst()
                ? LAST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        List<Tuple> rows =
                switch (side) {
                    case GIVEN ->
                        myself.find(caller.subject())
                                .map(me -> receipts.given(me, before, page.fetch()))
                                .orElse(List.of());
                    case HELD -> receipts.held(caller.subject(), before, page.fetch());
                };
        return Page.of(rows, page.limit(), row -> cursors.encode(scope, row.get("id")), ReceiptView::of);
    }
}
