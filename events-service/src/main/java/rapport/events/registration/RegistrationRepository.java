package rapport.events.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class RegistrationRepository implements PanacheRepositoryBase<Registration, UUID> {

    /** @param owner only this person's registration; null for everybody's */
    Registration require(UUID eventId, UUID id, UUID owner) {
        return found(find("id = ?1 and eventId = ?2", id, eventId).firstResultOptional(), owner);
    }

    Registration lock(UUID eventId, UUID id, UUID owner) {
        return found(
                find("id = ?1 and eventId = ?2", id, eventId)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional(),
                owner);
    }

    Optional<Registration> ofPerson(UUID eventId, UUID personId) {
        return find("eventId = ?1 and personId = ?2", eventId, personId).firstResultOptional();
    }

    List<Registration> page(UUID eventId, UUID after, int limit) {
        return find("eventId = ?1 and id > ?2 order by id", eventId, after)
                .page(0, limit)
                .list();
    }

    List<Registration> byIds(List<UUID> ids) {
        return list("id in ?1", ids);
    }

    long confirmed(UUID eventId) {
        return count("eventId = ?1 and status = ?2", eventId, RegistrationStatus.CONFIRMED);
    }

    boolean externalIdTaken(UUID eventId, String externalId, UUID except) {
        return externalId != null
                && count("eventId = ?1 and externalId = ?2 and id <> ?3", eventId, externalId, except) > 0;
    }

    private static Registration found(Optional<Registration> registration, UUID owner) {
        return registration
                .filter(r -> owner == null || owner.equals(r.personId()))
                .orElseThrow(() -> new NotFound("registration"));
    }
}
