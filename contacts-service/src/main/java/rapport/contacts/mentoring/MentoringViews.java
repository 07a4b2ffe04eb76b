package rapport.contacts.mentoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.contacts.acquaintance.Members;
import rapport.contacts.acquaintance.Members.Member;
import rapport.contacts.goal.Goal;
import rapport.contacts.goal.Goals;

/** Renders mentors and requests with a constant number of statements. */
@ApplicationScoped
class MentoringViews {
    private final Profiles profiles;
    private final Members members;
    private final Goals goals;
    private final Clock clock;

    MentoringViews(Profiles profiles, Members members, Goals goals, Clock clock) {
        this.profiles = profiles;
        this.members = members;
        this.goals = goals;
        this.clock = clock;
    }

    Map<UUID, MentorView> mentors(Collection<MentorProfile> shown) {
        Map<String, Member> people = members.ofSubjects(
                shown.stream().map(MentorProfile::owner).distinct().toList());
        return shown.stream()
                .collect(Collectors.toMap(MentorProfile::id, p -> MentorView.of(p, people.get(p.owner()))));
    }

    MentorView mentor(MentorProfile profile) {
        return mentors(List.of(profile)).get(profile.id());
    }

    List<RequestView> forMentee(List<MentoringRequest> requests) {
        Map<UUID, MentorView> mentors = mentors(profiles.withIds(requests.stream()
                        .map(MentoringRequest::profileId)
                        .distinct()
                        .toList())
                .values());
        Instant now = clock.instant();
        return requests.stream()
                .map(r -> new RequestView(
                        r.id(),
                        r.version(),
                        r.goalId(),
                        mentors.get(r.profileId()),
                        r.message(),
                        r.stateAt(now),
                        r.askedAt(),
                        r.expiresAt(),
                        r.remindedAt()))
                .toList();
    }

    List<InboxView> forMentor(List<MentoringRequest> requests) {
        Map<String, Member> people = members.ofSubjects(
                requests.stream().map(MentoringRequest::mentee).distinct().toList());
        Map<UUID, Goal> sought = goals.withIds(
                requests.stream().map(MentoringRequest::goalId).distinct().toList());
        Instant now = clock.instant();
        return requests.stream()
                .map(r -> new InboxView(
                        r.id(),
                        r.version(),
                        people.containsKey(r.mentee()) ? people.get(r.mentee()).displayName() : null,
                        sought.containsKey(r.goalId()) ? InboxView.SoughtView.of(sought.get(r.goalId())) : null,
                        r.message(),
                        r.stateAt(now),
                        r.askedAt(),
                        r.expiresAt(),
                        r.remindedAt() != null && r.stateAt(now) == RequestState.OPEN))
                .toList();
    }
}
