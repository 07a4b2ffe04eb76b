package rapport.contacts.mentoring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.contacts.goal.Goal;
import rapport.kit.problem.NotFound;

/** Mentors' offers. */
@ApplicationScoped
class Profiles implements PanacheRepositoryBase<MentorProfile, UUID> {
    /** More candidates than this are not compared; those that have a topic in common are few. */
    private static final int MOST_CANDIDATES = 2000;

    private static final String CANDIDATES = """
            select p.*
            from   mentor_profile p
            where  p.active and p.owner <> :mentee and p.topics && cast(:topics as text[]) and :wish = any (p.wishes)
            order  by p.id
            limit  %d
            """.formatted(MOST_CANDIDATES);

    Optional<MentorProfile> ofOwner(String owner) {
        return find("owner", owner).firstResultOptional();
    }

    MentorProfile requireOfOwner(String owner) {
        return ofOwner(owner).orElseThrow(() -> new NotFound("mentor profile"));
    }

    /** A profile that can be found. */
    MentorProfile requireActive(UUID id) {
        return findByIdOptional(id).filter(MentorProfile::isActive).orElseThrow(() -> new NotFound("mentor"));
    }

    @SuppressWarnings("unchecked")
    List<MentorProfile> candidates(String mentee, Goal goal) {
        return getEntityManager()
                .createNativeQuery(CANDIDATES, MentorProfile.class)
                .setParameter("mentee", mentee)
                .setParameter("topics", goal.topics().toArray(String[]::new))
                .setParameter("wish", goal.wish().name())
                .getResultList();
    }

    /**
     * Holds these profiles until the end of the transaction: whoever changes their requests or places waits. In one order. Comes before
     * they are read, because what was read before is not read again.
     */
    Map<UUID, MentorProfile> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", List.copyOf(ids)).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(MentorProfile::id, Function.identity()));
    }

    Map<UUID, MentorProfile> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", List.copyOf(ids)).stream()
                        .collect(Collectors.toMap(MentorProfile::id, Function.identity()));
    }
}
