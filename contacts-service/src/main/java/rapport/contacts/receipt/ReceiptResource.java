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
import java.util.Optional;
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
    private static final UUID FIRST = new UUID(0, 0);

    /** Of as many contacts one request gathers what was given to the caller, at most. */
    private static final int STRETCH = 1000;

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
            description = "Receipts are only ever added. GIVEN: by the caller; HELD: by others to the caller,"
                    + " those of the latest 1000 contacts first, then those of the 1000 before them, and so on: such a page may hold"
                    + " fewer than asked for, even none, and have a next one.")
    public Page<ReceiptView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("side") @DefaultValue("GIVEN") @Parameter(description = "Given by the caller, or held.")
                    Side side) {
        return switch (side) {
            case GIVEN -> given(page);
            case HELD -> held(page);
        };
    }

    private Page<ReceiptView> given(PageRequest page) {
        String scope = "consent-receipts:" + caller.subject() + ":GIVEN";
        UUID before = page.isFirst()
                ? ReceiptReader.LAST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        List<Tuple> rows = myself.find(caller.subject())
                .map(me -> receipts.given(me, before, page.fetch()))
                .orElse(List.of());
        return Page.of(rows, page.limit(), row -> cursors.encode(scope, row.get("id")), ReceiptView::of);
    }

    private Page<ReceiptView> held(PageRequest page) {
        String scope = "receipts-held:" + caller.subject();
        List<String> at = page.isFirst() ? List.of() : cursors.decode(scope, page.cursor());
        UUID top = at.isEmpty() ? ReceiptReader.LAST : UUID.fromString(at.getFirst());
        UUID before = at.isEmpty() ? ReceiptReader.LAST : UUID.fromString(at.getLast());
        Optional<UUID> end = receipts.endOfStretch(caller.subject(), top, STRETCH);
        return Page.ofStretch(
                receipts.held(caller.subject(), top, end.orElse(FIRST), before, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, top, row.get("id")),
                ReceiptView::of,
                end.map(id -> cursors.encode(scope, id, ReceiptReader.LAST)).orElse(null));
    }
}
