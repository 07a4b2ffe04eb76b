package rapport.events.badge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class BadgeRepository implements PanacheRepositoryBase<Badge, UUID> {

    Badge require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("badge"));
    }

    Badge lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("badge"));
    }

    List<Badge> page(UUID eventId, UUID after, int limit) {
        return find("eventId = ?1 and id > ?2 order by id", eventId, after)
                .page(0, limit)
                .list();
    }

    boolean hasActive(UUID registrationId) {
        return count("registrationId = ?1 and status = ?2", registrationId, BadgeStatus.ACTIVE) > 0;
    }

    List<Badge> activeOf(UUID personId) {
        return list("personId = ?1 and status = ?2 order by id", personId, BadgeStatus.ACTIVE);
    }
}
