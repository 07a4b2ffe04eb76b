package rapport.events.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
public class EventRepository implements PanacheRepositoryBase<Event, UUID> {
    /** Published events are for everybody; drafts and history for those who work on them. */
    private static final String VISIBLE = """
            select e, s.role
            from   Event e
            left   join EventStaff s on s.key.eventId = e.id and s.key.subject = :subject
            where  e.id > :after and (e.status = rapport.events.event.EventStatus.PUBLISHED or s.role is not null)
            order  by e.id
            """;

    record Seen(Event event, Object role) {}

    public Event require(UUID id) {
        return found(findByIdOptional(id));
    }

    /** The event, locked until the transaction ends: changes of one event take turns. */
    public Event lock(UUID id) {
        return found(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Seen> visible(String subject, UUID after, int limit) {
        return getEntityManager()
                .createQuery(VISIBLE, Object[].class)
                .setParameter("subject", subject)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Seen((Event) row[0], row[1]))
                .toList();
    }

    boolean slugTaken(UUID organizationId, String slug, UUID except) {
        return count("organizationId = ?1 and slug = ?2 and id <> ?3", organizationId, slug, except) > 0;
    }

    private static Event found(Optional<Event> event) {
        return event.orElseThrow(() -> new NotFound("event"));
    }
}
