package rapport.contacts.portfolio;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

@Path("/portfolio")
@Tag(name = "Depth", description = "How deep relationships are, and who needs the owner.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class PortfolioResource {
    private final Needs needs;
    private final Cursors cursors;
    private final Caller caller;

    PortfolioResource(Needs needs, Cursors cursors, Caller caller) {
        this.needs = needs;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getPortfolio",
            summary = "Who needs the caller, and what for",
            description =
                    "Overdue promises, answers that are awaited, promises due soon, reminders of today, relationships that"
                            + " grow cold. No number of contacts, and no order of people but by what they need.")
    public Page<NeedyView> whoNeedsYou(@BeanParam @Valid PageRequest page) {
        String scope = "portfolio:" + caller.subject();
        List<Needs.Needy> all = needs.of(caller.subject());
        int from = 0;
        if (!page.isFirst()) {
            UUID last = UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
            from = (int) all.stream()
                            .takeWhile(n -> !n.contactId().equals(last))
                            .count()
                    + 1;
        }
        // Who was shown last and needs nothing any more has left no place to go on from: then it begins again.
        return Page.of(
                all.subList(from > all.size() ? 0 : from, all.size()),
                page.limit(),
                n -> cursors.encode(scope, n.contactId()),
                NeedyView::of);
    }
}
