package rapport.events.badge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.events.person.People;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;

@Path("/me/badges")
@Tag(name = "Me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class MyBadgeResource {
    private final BadgeRepository badges;
    private final BadgeTokens tokens;
    private final People people;

    MyBadgeResource(BadgeRepository badges, BadgeTokens tokens, People people) {
        this.badges = badges;
        this.tokens = tokens;
        this.people = people;
    }

    @GET
    @Operation(operationId = "listMyBadges", summary = "The caller's active badges with their tokens")
    public Page<BadgeView> list() {
        List<Badge> own = people.callersPerson().map(badges::activeOf).orElse(List.of());
        return Page.of(own.stream()
                .map(badge -> BadgeView.of(badge, tokens.text(badge.seed())))
                .toList());
    }
}
