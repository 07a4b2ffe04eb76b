package rapport.contacts.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.contacts.calendar.OwnerCalendar;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/promises")
@Tag(name = "Ledger", description = "What was asked, offered, promised, given and thanked for.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class PromiseResource {
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final UUID FIRST = new UUID(0, 0);

    private final LedgerRepository ledger;
    private final OwnerCalendar calendar;
    private final Cursors cursors;
    private final Caller caller;

    PromiseResource(LedgerRepository ledger, OwnerCalendar calendar, Cursors cursors, Caller caller) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listPromises",
            summary = "Open promises over all contacts, those that are due first first",
            description = "What the caller owes, or with by=THEM what they are owed.")
    public Page<EntryView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("by") @DefaultValue("ME") @Parameter(description = "Whose promises.") Party by,
            @QueryParam("due")
                    @DefaultValue("false")
                    @Parameter(description = "Only those that are due today or were due before.")
                    boolean due) {
        String owner = caller.subject();
        String scope = "promises:" + owner + ":" + by + ":" + due;
        List<String> from = page.isFirst() ? List.of() : cursors.decode(scope, page.cursor());
        LocalDate today = calendar.today(owner);
        return Page.of(
                ledger.open(
                        owner,
                        by,
                        from.isEmpty() ? EARLIEST : LocalDate.parse(from.getFirst()),
                        from.isEmpty() ? FIRST : UUID.fromString(from.getLast()),
                        due ? today : LATEST,
                        page.fetch()),
                page.limit(),
                entry -> cursors.encode(scope, entry.dueOn(), entry.id()),
                entry -> EntryView.of(entry, today));
    }
}
