package rapport.contacts.introduction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/me/introductions")
@Tag(name = "Introductions", description = "Bringing two contacts together, if both want it.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class OfferResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final IntroductionService service;
    private final IntroductionRepository introductions;
    private final Offers offers;
    private final Cursors cursors;
    private final Caller caller;

    OfferResource(
            IntroductionService service,
            IntroductionRepository introductions,
            Offers offers,
            Cursors cursors,
            Caller caller) {
        this.service = service;
        this.introductions = introductions;
        this.offers = offers;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listIntroductionOffers",
            summary = "Introductions that others offer to the caller, oldest first")
    public Page<OfferView> list(@BeanParam @Valid PageRequest page) {
        String scope = "introduction-offers:" + caller.subject();
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        List<Side> rows = introductions.offered(caller.subject(), after, page.fetch());
        List<OfferView> views = offers.of(rows);
        return Page.of(views, page.limit(), offer -> cursors.encode(scope, offer.id()), offer -> offer);
    }

    @POST
    @Path("{id}/acceptance")
    @Operation(
            operationId = "acceptIntroduction",
            summary = "The caller wants to be introduced",
            description = "If the other one does too, each becomes a contact of the other. Again changes nothing.")
    public OfferView accept(UUID id) {
        service.answer(caller.subject(), id, Answer.ACCEPTED);
        return offers.of(caller.subject(), id);
    }

    @POST
    @Path("{id}/refusal")
    @Operation(
            operationId = "refuseIntroduction",
            summary = "The caller does not want to be introduced",
            description = "Nobody learns of it. Again changes nothing.")
    public OfferView refuse(UUID id) {
        service.answer(caller.subject(), id, Answer.DECLINED);
        return offers.of(caller.subject(), id);
    }
}
