package rapport.contacts.mentoring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.NoResultException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

/** Mentoring requests. Whoever changes one holds the profile that it is for. */
@ApplicationScoped
class Requests implements PanacheRepositoryBase<MentoringRequest, UUID> {

    /** Who takes part in a request. Read without the entity, so that locks can come before that. */
    record Parties(UUID profileId, String mentee, String mentor, UUID goalId) {}

    Parties parties(UUID id) {
        try {
            return getEntityManager()
                    .createQuery("""
                            select p.id, r.mentee, p.owner, r.goalId
                            from MentoringRequest r join MentorProfile p on p.id = r.profileId
                            where r.id = :id""", Parties.class)
                    .setParameter("id", id)
                    .getSingleResult();
        } catch (NoResultException nothing) {
            throw new NotFound("mentoring request");
        }
    }

    /** The request as one of its two parties sees it. */
    MentoringRequest requireOfMentee(String mentee, UUID id) {
        return find("id = ?1 and mentee = ?2", id, mentee)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("mentoring request"));
    }

    long live(String mentee, Instant now) {
        return count("mentee = ?1 and state in ('OPEN', 'WAITLISTED') and expiresAt > ?2", mentee, now);
    }

    boolean has(String mentee, UUID profile) {
        return count("mentee = ?1 and profileId = ?2 and state in ('OPEN', 'WAITLISTED', 'ACCEPTED')", mentee, profile)
                > 0;
    }

    List<UUID> profilesOfLive(String mentee, UUID goal) {
        return getEntityManager()
                .createQuery("""
                        select profileId from MentoringRequest
                        where mentee = :mentee and goalId = :goal and state in ('OPEN', 'WAITLISTED')""", UUID.class)
                .setParameter("mentee", mentee)
                .setParameter("goal", goal)
                .getResultList();
    }

    List<MentoringRequest> live(String mentee, UUID goal) {
        return list("mentee = ?1 and goalId = ?2 and state in ('OPEN', 'WAITLISTED') order by id", mentee, goal);
    }

    List<MentoringRequest> ofProfile(UUID profile, RequestState state) {
        return list("profileId = ?1 and state = ?2 order by askedAt, id", profile, state);
    }

    Optional<MentoringRequest> longestWaiting(UUID profile, Instant now) {
        return find("profileId = ?1 and state = 'WAITLISTED' and expiresAt > ?2 order by askedAt, id", profile, now)
                .firstResultOptional();
    }

    List<MentoringRequest> page(String mentee, UUID after, int fetch) {
        return find("mentee = ?1 and id > ?2 order by id", mentee, after)
                .page(0, fetch)
                .list();
    }

    List<MentoringRequest> inbox(UUID profile, UUID after, int fetch) {
        return find("profileId = ?1 and id > ?2 order by id", profile, after)
                .page(0, fetch)
                .list();
    }
}
