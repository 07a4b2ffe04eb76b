package rapport.contacts.mentoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.contacts.goal.Goal;
import rapport.contacts.goal.Goals;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/goals/{id}/mentors")
@Tag(name = "Mentoring", description = "Finding a mentor by goal, and being one.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class MatchResource {
    private final Profiles profiles;
    private final Goals goals;
    private final MentoringViews views;
    private final Cursors cursors;
    private final Caller caller;

    MatchResource(Profiles profiles, Goals goals, MentoringViews views, Cursors cursors, Caller caller) {
        this.profiles = profiles;
        this.goals = goals;
        this.views = views;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listMatchingMentors",
            summary = "Mentors whose offers suit a goal, the best match first",
            description = "The score is about the match and comes with its reasons.")
    public Page<MatchView> matches(UUID id, @BeanParam @Valid PageRequest page) {
        Goal goal = goals.require(caller.subject(), id);
        String scope = "mentors:" + caller.subject() + ":" + id;
        Map<UUID, MentorProfile> candidates = profiles.candidates(caller.subject(), goal).stream()
                .collect(Collectors.toMap(MentorProfile::id, Function.identity()));
        var sought = new Match.Sought(goal.wish(), goal.topics(), goal.languages(), goal.careerStage());
        List<Match> matches = candidates.values().stream()
                .flatMap(profile -> Match.of(sought, Match.Offered.by(profile)).stream())
                .sorted(Match.ORDER)
                .toList();
        List<Match> rows =
                after(matches, page, scope).stream().limit(page.fetch()).toList();
        Map<UUID, MentorView> mentors = views.mentors(
                rows.stream().map(match -> candidates.get(match.profileId())).toList());
        return Page.of(
                rows,
                page.limit(),
                match -> cursors.encode(scope, match.score(), match.profileId()),
                match -> new MatchView(mentors.get(match.profileId()), match.score(), match.because()));
    }

    private List<Match> after(List<Match> matches, PageRequest page, String scope) {
        if (page.isFirst()) {
            return matches;
        }
        List<String> last = cursors.decode(scope, page.cursor());
        var shown = new Match(UUID.fromString(last.getLast()), Integer.parseInt(last.getFirst()), List.of());
        return matches.stream()
                .filter(match -> Match.ORDER.compare(match, shown) > 0)
                .toList();
    }
}
