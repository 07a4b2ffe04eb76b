package rapport.contacts.mentoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import rapport.contacts.contact.ContactBook;
import rapport.kit.problem.NotFound;

/**
 * What mentor and mentee do with a request. First both people are locked, then the profiles of all requests that may change, in one order;
 * so a place is given away once, and nobody waits in a circle.
 */
@ApplicationScoped
class Answering {
    private static final Set<RequestState> LIVE = EnumSet.of(RequestState.OPEN, RequestState.WAITLISTED);

    private final Requests requests;
    private final Profiles profiles;
    private final Pairing pairing;
    private final ContactBook owners;
    private final MentoringConfig config;
    private final Clock clock;

    Answering(
            Requests requests,
            Profiles profiles,
            Pairing pairing,
            ContactBook owners,
            MentoringConfig config,
            Clock clock) {
        this.requests = requests;
        this.profiles = profiles;
        this.pairing = pairing;
        this.owners = owners;
        this.config = config;
        this.clock = clock;
    }

    /** Gives a place away. The mentee's other requests for the same goal are withdrawn, and who waits for this mentor waits for a place. */
    @Transactional
    MentoringRequest accept(String mentor, UUID id) {
        Requests.Parties parties = asMentor(mentor, id);
        MentorProfile profile = lock(parties);
        Instant now = clock.instant();
        MentoringRequest request = requests.findById(id);
        if (request.stateAt(now).isLive() && profile.isFull()) {
            throw new MentoringRefused.Full();
        }
        if (!request.become(RequestState.ACCEPTED, now, LIVE)) {
            return request;
        }
        profile.take();
        for (MentoringRequest sibling : requests.live(parties.mentee(), parties.goalId())) {
            if (!sibling.id().equals(id) && sibling.stateAt(now).isLive()) {
                sibling.become(RequestState.WITHDRAWN, now, LIVE);
            }
        }
        if (profile.isFull()) {
            requests.ofProfile(profile.id(), RequestState.OPEN).stream()
                    .filter(open -> open.stateAt(now) == RequestState.OPEN)
                    .forEach(open -> open.waitForPlace(config));
        }
        pairing.of(parties, id);
        return request;
    }

    @Transactional
    MentoringRequest decline(String mentor, UUID id) {
        lock(asMentor(mentor, id));
        MentoringRequest request = requests.findById(id);
        request.become(RequestState.DECLINED, clock.instant(), LIVE);
        return request;
    }

    @Transactional
    MentoringRequest withdraw(String mentee, UUID id) {
        Requests.Parties parties = requests.parties(id);
        if (!parties.mentee().equals(mentee)) {
            throw new NotFound("mentoring request");
        }
        lock(parties);
        MentoringRequest request = requests.findById(id);
        request.become(RequestState.WITHDRAWN, clock.instant(), LIVE);
        return request;
    }

    /** Either side ends the mentoring; the place goes to whoever has waited longest. */
    @Transactional
    MentoringRequest end(String either, UUID id) {
        Requests.Parties parties = requests.parties(id);
        if (!parties.mentee().equals(either) && !parties.mentor().equals(either)) {
            throw new NotFound("mentoring request");
        }
        MentorProfile profile = lock(parties);
        Instant now = clock.instant();
        MentoringRequest request = requests.findById(id);
        if (request.become(RequestState.ENDED, now, EnumSet.of(RequestState.ACCEPTED))) {
            profile.release();
            if (!profile.isFull() && profile.isActive()) {
                requests.longestWaiting(profile.id(), now).ifPresent(next -> next.open(now, config));
            }
        }
        return request;
    }

    private Requests.Parties asMentor(String mentor, UUID id) {
        Requests.Parties parties = requests.parties(id);
        if (!parties.mentor().equals(mentor)) {
            throw new NotFound("mentoring request");
        }
        return parties;
    }

    private MentorProfile lock(Requests.Parties parties) {
        owners.lock(List.of(parties.mentee(), parties.mentor()));
        var ids = new TreeSet<UUID>(requests.profilesOfLive(parties.mentee(), parties.goalId()));
        ids.add(parties.profileId());
        return profiles.lock(ids).get(parties.profileId());
    }
}
