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
    private static final String OVERLAPPING = """
            select distinct o
            from   Session o left join o.speakers p
            where  o.eventId = :event and o.id <> :id and o.status = rapport.events.session.SessionStatus.ACTIVE
                   and o.startsAt < :end and o.endsAt > :start and (o.room = :room or p.speakerId in :speakers)
            order  by o.startsAt, o.id
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

    List<Session> page(UUID eventId, LocalDateTime after, UUID afterId, int limit) {
        return find(
                        "eventId = ?1 and (startsAt > ?2 or startsAt = ?2 and id > ?3) and status = ?4 order by startsAt, id",
                        eventId,
                        after,
                        afterId,
                        SessionStatus.ACTIVE)
                .page(0, limit)
                .list();
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

    List<Session> overlapping(Session session) {
        return getEntityManager()
                .createQuery(OVERLAPPING, Session.class)
                .setParameter("event", session.eventId())
                .setParameter("id", session.id())
                .setParameter("start", session.startsAt())
                .setParameter("end", session.endsAt())
                .setParameter("room", session.room() == null ? "" : session.room())
                .setParameter(
                        "speakers",
                        session.speakers().stream().map(SpeakerPart::speakerId).toList())
                .setMaxResults(20)
                .getResultList();
    }
}
