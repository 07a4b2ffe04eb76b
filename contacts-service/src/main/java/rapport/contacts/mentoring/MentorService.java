package rapport.contacts.mentoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.problem.NotFound;

/** Mentors opt in and out. */
@ApplicationScoped
class MentorService {
    private final Profiles profiles;
    private final Requests requests;
    private final ContactBook owners;
    private final MentoringConfig config;
    private final Clock clock;

    MentorService(Profiles profiles, Requests requests, ContactBook owners, MentoringConfig config, Clock clock) {
        this.profiles = profiles;
        this.requests = requests;
        this.owners = owners;
        this.config = config;
        this.clock = clock;
    }

    /** @param ifMatch checked if the caller sent it */
    @Transactional
    MentorProfile offer(String mentor, String ifMatch, Offer offer) {
        owners.lock(mentor);
        MentorProfile profile = locked(mentor).orElseGet(() -> new MentorProfile(UUID.randomUUID(), mentor));
        if (ifMatch != null) {
            ETags.require(ifMatch, profile.version());
        }
        profile.offer(offer);
        profiles.persist(profile);
        openForFreePlaces(profile);
        return profile;
    }

    /** More places than before are for those who have waited longest. */
    private void openForFreePlaces(MentorProfile profile) {
        Instant now = clock.instant();
        requests.ofProfile(profile.id(), RequestState.WAITLISTED).stream()
                .filter(waiting -> waiting.stateAt(now) == RequestState.WAITLISTED)
                .limit(Math.max(0, profile.capacity() - profile.taken()))
                .forEach(waiting -> waiting.open(now, config));
    }

    /** Is not found any more. Requests that wait are declined; who is mentored stays so. */
    @Transactional
    void retire(String mentor) {
        owners.lock(mentor);
        MentorProfile profile = locked(mentor).orElseThrow(() -> new NotFound("mentor profile"));
        profile.retire();
        Instant now = clock.instant();
        for (RequestState state : List.of(RequestState.OPEN, RequestState.WAITLISTED)) {
            requests.ofProfile(profile.id(), state).stream()
                    .filter(request -> request.stateAt(now) == state)
                    .forEach(request -> request.become(RequestState.DECLINED, now, EnumSet.of(state)));
        }
    }

    private Optional<MentorProfile> locked(String mentor) {
        return profiles.find("owner", mentor)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
