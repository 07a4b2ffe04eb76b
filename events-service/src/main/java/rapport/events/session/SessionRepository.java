package rapport.events.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID> {
    private static final String PAGE = """
            select s
            from   Session s
            where  s.eventId = :event and s.status = rapport.events.session.SessionStatus.ACTIVE
                   and (s.startsAt > :after or s.startsAt = :after and s.id > :afterId)
                   and (cast(:track as string) is null or s.track = :track)
                   and (cast(:room as string) is null or s.room = :room)
                   and (cast(:day as LocalDate) is null or cast(s.startsAt as LocalDate) = :day)
                   and (cast(:speaker as uuid) is null or exists (select 1 from s.speakers p where p.speakerId = :speaker))
                   and (cast(:tag as string) is null or array_position(s.tags, cast(:tag as string)) > 0)
                   and (cast(:language as string) is null or s.language = :language or position(cast(:language as string) || '-' in s.language) = 1)
                   and (cast(:type as string) is null or s.type = :type)
                   and (cast(:text as string) is null or position(lower(cast(:text as string)) in lower(s.title)) > 0
                        or position(lower(cast(:text as string)) in lower(coalesce(s.abstractText, ''))) > 0)
            order  by s.startsAt, s.id
            """;

    Session require(UUID eventId, UUID id) {
        return find("id = ?1 and eventId = ?2", id, eventId)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("session"));
    }

    /** The session, locked, as long as it was not removed. */
    Session lock(UUID eventId, UUID id) {
        return find("id = ?1 and eventId = ?2 and status = ?3", id, eventId, SessionStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("session"));
    }

    List<Session> page(UUID eventId, SessionFilter filter, LocalDateTime after, UUID afterId, int limit) {
        return getEntityManager()
                .createQuery(PAGE, Session.class)
                .setParameter("event", eventId)
                .setParameter("after", after)
                .setParameter("afterId", afterId)
                .setParameter("track", filter.track())
                .setParameter("room", filter.room())
                .setParameter("day", filter.day())
                .setParameter("speaker", filter.speaker())
                .setParameter("tag", filter.tag())
                .setParameter("language", filter.language())
                .setParameter("type", filter.type())
                .setParameter("text", filter.text())
                .setMaxResults(limit)
                .getResultList();
    }

    List<Session> ofEvent(UUID eventId) {
        return find("eventId = ?1 order by id", eventId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Session> byIds(List<UUID> ids) {
        return list("id in ?1", ids);
    }

    boolean externalIdTaken(UUID eventId, String externalId) {
        return externalId != null && count("eventId = ?1 and externalId = ?2", eventId, externalId) > 0;
    }
}
