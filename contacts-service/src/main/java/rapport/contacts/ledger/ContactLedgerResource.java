package rapport.contacts.ledger;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.contacts.calendar.OwnerCalendar;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/contacts/{contactId}")
@Tag(name = "Ledger", description = "What was asked, offered, promised, given and thanked for.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ContactLedgerResource {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final LedgerService service;
    private final LedgerRepository ledger;
    private final ContactBook contacts;
    private final OwnerCalendar calendar;
    private final Cursors cursors;
    private final Caller caller;

    ContactLedgerResource(
            LedgerService service,
            LedgerRepository ledger,
            ContactBook contacts,
            OwnerCalendar calendar,
            Cursors cursors,
            Caller caller) {
        this.service = service;
        this.ledger = ledger;
        this.contacts = contacts;
        this.calendar = calendar;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @Path("ledger")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordLedgerEntry",
            summary = "Records what was asked, offered, promised, given, received or thanked for",
            description = "Sent again under the same id it changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "200", description = "It was there already.")
    public RestResponse<EntryView> record(UUID contactId, @Valid @NotNull NewEntry told) {
        LedgerService.Recorded recorded = service.record(caller.subject(), contactId, told);
        EntryView view = EntryView.of(recorded.entry(), calendar.today(caller.subject()));
        return ResponseBuilder.create(recorded.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK, view)
                .header("Location", "/ledger/" + view.id())
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @GET
    @Path("ledger")
    @Operation(
            operationId = "listLedger",
            summary = "The ledger of a contact, the latest first",
            description = "Promises made at scans appear a moment after the scan.")
    public Page<EntryView> list(UUID contactId, @BeanParam @Valid PageRequest page) {
        UUID contact = contacts.require(caller.subject(), contactId).id();
        String scope = "ledger:" + caller.subject() + ":" + contact;
        List<String> from = page.isFirst() ? List.of() : cursors.decode(scope, page.cursor());
        LocalDate today = calendar.today(caller.subject());
        return Page.of(
                ledger.page(
                        caller.subject(),
                        contact,
                        from.isEmpty() ? LATEST : Instant.parse(from.getFirst()),
                        from.isEmpty() ? LAST : UUID.fromString(from.getLast()),
                        page.fetch()),
                page.limit(),
                entry -> cursors.encode(scope, entry.happenedAt(), entry.id()),
                entry -> EntryView.of(entry, today));
    }

    @GET
    @Path("balance")
    @Operation(
            operationId = "getBalance",
            summary = "What stands between the caller and a contact, before the next ask",
            description = "Both directions, with the reasons. Nobody but the caller sees it.")
    public BalanceView balance(UUID contactId) {
        UUID contact = contacts.require(caller.subject(), contactId).id();
        return BalanceView.of(contact, ledger.balance(caller.subject(), contact, calendar.today(caller.subject())));
    }
}
