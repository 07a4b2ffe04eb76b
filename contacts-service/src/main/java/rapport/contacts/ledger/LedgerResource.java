package rapport.contacts.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.contacts.calendar.OwnerCalendar;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/ledger/{id}")
@Tag(name = "Ledger", description = "What was asked, offered, promised, given and thanked for.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class LedgerResource {
    private static final String AGAIN = "The same again changes nothing; after another end it is refused.";

    private final LedgerService service;
    private final LedgerRepository ledger;
    private final OwnerCalendar calendar;
    private final Caller caller;

    LedgerResource(LedgerService service, LedgerRepository ledger, OwnerCalendar calendar, Caller caller) {
        this.service = service;
        this.ledger = ledger;
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getLedgerEntry", summary = "One ledger entry")
    public RestResponse<EntryView> get(UUID id) {
        return answer(ledger.require(caller.subject(), id));
    }

    @PATCH
    @Consumes(Change.MERGE_PATCH)
    @Operation(operationId = "changeLedgerEntry", summary = "Changes what an entry is about, or when a promise is due")
    @APIResponse(responseCode = "200", description = "The entry after the change.")
    public RestResponse<EntryView> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull EntryChange change) {
        return answer(service.change(caller.subject(), id, ifMatch, change));
    }

    @POST
    @Path("kept")
    @Operation(operationId = "keepPromise", summary = "The promise was kept", description = AGAIN)
    public RestResponse<EntryView> kept(UUID id) {
        return answer(service.settle(caller.subject(), id, EntryState.KEPT));
    }

    @POST
    @Path("broken")
    @Operation(operationId = "breakPromise", summary = "The promise was not kept", description = AGAIN)
    public RestResponse<EntryView> broken(UUID id) {
        return answer(service.settle(caller.subject(), id, EntryState.BROKEN));
    }

    @POST
    @Path("cancelled")
    @Operation(
            operationId = "cancelLedgerEntry",
            summary = "The promise is no longer wanted, or the entry was a slip",
            description = "It counts nowhere from now on. " + AGAIN)
    public RestResponse<EntryView> cancelled(UUID id) {
        return answer(service.settle(caller.subject(), id, EntryState.CANCELLED));
    }

    private RestResponse<EntryView> answer(LedgerEntry entry) {
        return ResponseBuilder.ok(EntryView.of(entry, calendar.today(caller.subject())))
                .header("ETag", ETags.of(entry.version()))
                .build();
    }
}
