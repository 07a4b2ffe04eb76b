package rapport.contacts.sharecard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.contacts.person.Myself;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;
import rapport.kit.problem.NotFound;

@Path("/share-cards")
@Tag(name = "Share cards", description = "What the caller shows of themselves, for different occasions.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ShareCardResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final ShareCardService service;
    private final ShareCardRepository cards;
    private final ShownCards shown;
    private final Myself myself;
    private final Cursors cursors;
    private final Caller caller;

    ShareCardResource(
            ShareCardService service,
            ShareCardRepository cards,
            ShownCards shown,
            Myself myself,
            Cursors cursors,
            Caller caller) {
        this.service = service;
        this.cards = cards;
        this.shown = shown;
        this.myself = myself;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listShareCards", summary = "The caller's cards, oldest first")
    public Page<ShareCardView> list(@BeanParam @Valid PageRequest page) {
        Optional<UUID> me = myself.find(caller.subject());
        if (me.isEmpty()) {
            return Page.of(List.of());
        }
        String scope = "share-cards:" + caller.subject();
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        Map<UUID, ShownCards.Use> uses = shown.of(me.get());
        return Page.of(
                cards.page(me.get(), after, page.fetch()),
                page.limit(),
                card -> cursors.encode(scope, card.id()),
                card -> ShareCardView.of(card, uses.getOrDefault(card.id(), ShownCards.Use.NONE)));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addShareCard",
            summary = "Makes a card",
            description =
                    "The first one is the default. An address is on it only when one of the caller's verified addresses is"
                            + " named. At most 20 cards.")
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            content = @Content(schema = @Schema(implementation = ShareCardView.class)))
    public RestResponse<ShareCardView> add(@Valid @NotNull NewShareCard wanted) {
        ShareCard card = service.add(caller.subject(), wanted);
        return answer(RestResponse.Status.CREATED, card)
                .header("Location", "share-cards/" + card.id())
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getShareCard", summary = "One card")
    public RestResponse<ShareCardView> get(UUID id) {
        UUID me = myself.find(caller.subject()).orElseThrow(() -> new NotFound("card"));
        return answer(RestResponse.Status.OK, cards.require(me, id)).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(Change.MERGE_PATCH)
    @Operation(
            operationId = "changeShareCard",
            summary = "Changes a card",
            description = "Who was given the card on request sees no more of it than was on it then.")
    @APIResponse(responseCode = "200", description = "The card after the change.")
    public RestResponse<ShareCardView> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ShareCardChange change) {
        return answer(RestResponse.Status.OK, service.change(caller.subject(), id, ifMatch, change))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeShareCard",
            summary = "Removes a card that is shown to nobody",
            description =
                    "Refused with card-in-use while it is the default, chosen for an event, or given to somebody.")
    public void remove(UUID id) {
        service.remove(caller.subject(), id);
    }

    @POST
    @Path("{id}/default")
    @Operation(operationId = "showCardByDefault", summary = "Shows this card wherever no other one was chosen")
    public RestResponse<ShareCardView> showByDefault(UUID id) {
        return answer(RestResponse.Status.OK, service.showByDefault(caller.subject(), id))
                .build();
    }

    @POST
    @Path("{id}/events/{eventId}")
    @Operation(
            operationId = "showCardAtEvent",
            summary = "Shows this card to those who meet the caller at an event",
            description = "The caller has to be registered there. It replaces the card that was chosen before.")
    public RestResponse<ShareCardView> showAt(UUID id, UUID eventId) {
        return answer(RestResponse.Status.OK, service.showAt(caller.subject(), id, eventId))
                .build();
    }

    @DELETE
    @Path("{id}/events/{eventId}")
    @Operation(operationId = "showDefaultCardAtEvent", summary = "Shows the default card at the event again")
    public void showDefaultAt(UUID id, UUID eventId) {
        service.showDefaultAt(caller.subject(), id, eventId);
    }

    private ResponseBuilder<ShareCardView> answer(RestResponse.Status status, ShareCard card) {
        UUID me = myself.find(caller.subject()).orElseThrow(() -> new NotFound("card"));
        ShareCardView view = ShareCardView.of(card, shown.of(me).getOrDefault(card.id(), ShownCards.Use.NONE));
        return ResponseBuilder.create(status, view).header("ETag", ETags.of(view.version()));
    }
}
