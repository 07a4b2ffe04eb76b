package rapport.contacts.mentoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.ContactBook;
import rapport.contacts.goal.Goals;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;

/** A mentee asks. Their lock makes the number of their open requests exact. */
@ApplicationScoped
class Asking {
    private final Requests requests;
    private final Profiles profiles;
    private final Goals goals;
    private final ContactBook owners;
    private final MentoringConfig config;
    private final Clock clock;

    Asking(Requests requests, Profiles profiles, Goals goals, ContactBook owners, MentoringConfig config, Clock clock) {
        this.requests = requests;
        this.profiles = profiles;
        this.goals = goals;
        this.owners = owners;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    MentoringRequest ask(String mentee, NewRequest wanted) {
        owners.lock(mentee);
        UUID goal = goals.require(mentee, wanted.goalId()).id();
        MentorProfile profile = profiles.lock(List.of(wanted.mentorId())).get(wanted.mentorId());
        if (profile == null || !profile.isActive()) {
            throw new NotFound("mentor");
        }
        if (profile.owner().equals(mentee)) {
            throw new MentoringRefused.Yourself();
        }
        if (requests.has(mentee, profile.id())) {
            throw new MentoringRefused.AlreadyAsked();
        }
        Instant now = clock.instant();
        if (requests.live(mentee, now) >= config.mostOpen()) {
            throw new MentoringRefused.TooManyOpen(config.mostOpen());
        }
        var request = new MentoringRequest(Ids.next(), mentee, goal, profile.id(), wanted.message(), now);
        if (profile.isFull()) {
            request.waitForPlace(config);
        } else {
            request.open(now, config);
        }
        requests.persist(request);
        return request;
    }
}
