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
    private static final String PAGE = """
            select s
            from   Speaker s
            where  s.eventId = :event and s.id > :after and s.status = rapport.events.speaker.SpeakerStatus.ACTIVE
                   and (cast(:external as string) is null or s.externalId = :external
                        or exists (select 1 from Speaker old where old.mergedInto = s.id and old.externalId = :external))
                   and (cast(:text as string) is null or position(lower(cast(:text as string)) in lower(s.displayName)) > 0
                        or position(lower(cast(:text as string)) in lower(coalesce(s.affiliation, ''))) > 0)
            order  by s.id
            """;

    /** The speaker; after a merge the old id leads to the one that is left. */
    Speaker require(UUID eventId, UUID id) {
        Speaker found = find("id = ?1 and eventId = ?2", id, eventId)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("speaker"));
        return found.mergedInto() == null ? found : findById(found.mergedInto());
    }

    /** The speaker, locked, as long as it was not removed. */
    Speaker lock(UUID eventId, UUID id) {
        return find("id = ?1 and eventId = ?2 and status = ?3", id, eventId, SpeakerStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("speaker"));
    }

    List<Speaker> page(UUID eventId, SpeakerFilter filter, UUID after, int limit) {
        return getEntityManager()
                .createQuery(PAGE, Speaker.class)
                .setParameter("event", eventId)
                .setParameter("after", after)
                .setParameter("external", filter.externalId())
                .setParameter("text", filter.text())
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<Speaker> ofPerson(UUID eventId, UUID personId) {
        return find("eventId = ?1 and personId = ?2 and status = ?3", eventId, personId, SpeakerStatus.ACTIVE)
                .firstResultOptional();
    }

    /** What led to the one that is gone leads to the kept one: there is never more than one step. */
    void redirect(UUID goneId, UUID keptId) {
        update("mergedInto = ?1 where mergedInto = ?2", keptId, goneId);
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
