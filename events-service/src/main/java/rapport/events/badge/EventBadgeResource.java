package rapport.events.badge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.events.staff.EventAccess;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/badges")
@Tag(name = "Badges", description = "Opaque tokens that are printed and scanned.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class EventBadgeResource {
    private final BadgeIssue issue;
    private final BadgeRepository badges;
    private final BadgeTokens tokens;
    private final EventAccess access;
    private final Cursors cursors;

    EventBadgeResource(
            BadgeIssue issue, BadgeRepository badges, BadgeTokens tokens, EventAccess access, Cursors cursors) {
        this.issue = issue;
        this.badges = badges;
        this.tokens = tokens;
        this.access = access;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(
            operationId = "issueBadges",
            summary = "Issue the missing badges of confirmed registrations (owners and editors)",
            description = "Doing it again issues nothing. Revoked badges are replaced by rotation only.")
    public BadgeIssue.Issued issueMissing(UUID id) {
        access.requireEditor(id);
        return issue.issueMissing(id);
    }

    @GET
    @Operation(
            operationId = "listBadges",
            summary = "List the badges of an event (staff); with their tokens for printing (owners and editors)")
    public Page<BadgeView> list(
            UUID id,
            @BeanParam @Valid PageRequest page,
            @QueryParam("tokens") @DefaultValue("false") @Parameter(description = "Include the tokens, for printing.")
                    boolean withTokens) {
        if (withTokens) {
            access.requireEditor(id);
        } else {
            access.requireStaff(id);
        }
        String scope = "badges:" + id;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                badges.page(id, after, page.fetch()),
                page.limit(),
                badge -> cursors.encode(scope, badge.id()),
                badge -> BadgeView.of(badge, withTokens ? tokens.text(badge.seed()) : null));
    }
}
