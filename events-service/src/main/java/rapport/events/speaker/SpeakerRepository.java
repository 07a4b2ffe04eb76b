package rapport.events.speaker;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class SpeakerRepository implements PanacheRepositoryBase<Speaker, UUID> {

    Speaker require(UUID eventId, UUID id) {
        return find("id = ?1 and eventId = ?2", id, eventId)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("speaker"));
    }

    Speaker lock(UUID eventId, UUID id) {
        return find("id = ?1 and eventId = ?2", id, eventId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("speaker"));
    }

    List<Speaker> page(UUID eventId, UUID after, int limit) {
        return find("eventId = ?1 and id > ?2 and status = ?3 order by id", eventId, after, SpeakerStatus.ACTIVE)
                .page(0, limit)
                .list();
    }

    Optional<Speaker> ofPerson(UUID eventId, UUID personId) {
        return find("eventId = ?1 and personId = ?2", eventId, personId).firstResultOptional();
    }

    List<Speaker> lockAll(UUID eventId) {
        return find("eventId = ?1 order by id", eventId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean externalIdTaken(UUID eventId, String externalId) {
        return externalId != null && count("eventId = ?1 and externalId = ?2", eventId, externalId) > 0;
    }

    List<Speaker> byIds(List<UUID> ids) {
        return list("id in ?1", ids);
    }
}
