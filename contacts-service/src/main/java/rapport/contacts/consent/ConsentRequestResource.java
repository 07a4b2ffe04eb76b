package rapport.contacts.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import rapport.kit.problem.NotFound;

@Path("/consent-requests")
@Tag(name = "Consent", description = "Who asks for the caller's card, who holds it, and the receipts.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ConsentRequestResource {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** Of as many who asked one request finds out whether they wait for an answer, at most. */
    private static final int STRETCH = 150;

    private final ConsentService service;
    private final ConsentRequests requests;
    private final ConsentConfig config;
    private final Myself myself;
    private final Cursors cursors;
    private final Caller caller;

    ConsentRequestResource(
            ConsentService service,
            ConsentRequests requests,
            ConsentConfig config,
            Myself myself,
            Cursors cursors,
            Caller caller) {
        this.service = service;
        this.requests = requests;
        this.config = config;
        this.myself = myself;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listConsentRequests",
            summary = "Who met the caller and would like to see their card, oldest first",
            description =
                    "One per asking person, however often they met. Who does nothing ignores it: after 14 days it is EXPIRED."
                            + " A page looks through at most 150 requests: when there are more, it may hold fewer than asked for,"
                            + " even none, and have a next one.")
    public Page<ConsentRequestView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("state") @DefaultValue("ASKED") @Parameter(description = "What became of them.")
                    ConsentState state) {
        Optional<UUID> me = myself.find(caller.subject());
        if (me.isEmpty()) {
            return Page.of(List.of());
        }
        String scope = "consent-requests:" + caller.subject() + ":" + state;
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        Optional<UUID> end = requests.endOfStretch(me.get(), state, after, STRETCH);
        return Page.ofStretch(
                requests.page(me.get(), state, after, end.orElse(LAST), page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.get("id")),
                row -> ConsentRequestView.of(row, config),
                end.map(id -> cursors.encode(scope, id)).orElse(null));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getConsentRequest", summary = "One request")
    public ConsentRequestView get(UUID id) {
        UUID me = myself.find(caller.subject()).orElseThrow(() -> new NotFound("request"));
        return ConsentRequestView.of(requests.require(me, id), config);
    }

    @POST
    @Path("{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptConsentRequest",
            summary = "Gives a card to who asks",
            description =
                    "That is one side only: the caller sees of the other one what that one gives. It may come after a decline, an"
                            + " expiry or a withdrawal, and it may replace the card. The same again changes nothing.")
    public ConsentRequestView accept(UUID id, @Valid @NotNull Acceptance acceptance) {
        service.accept(caller.subject(), id, acceptance.cardId());
        return get(id);
    }

    @POST
    @Path("{id}/decline")
    @Operation(
            operationId = "declineConsentRequest",
            summary = "Gives nothing, and is not asked again",
            description = "Who asked sees no difference to a request that was ignored.")
    public ConsentRequestView decline(UUID id) {
        service.decline(caller.subject(), id);
        return get(id);
    }
}
