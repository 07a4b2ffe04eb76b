package rapport.events.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.events.sql.SqlFailed;
import rapport.kit.problem.NotFound;

@ApplicationScoped
public class EventRepository implements PanacheRepositoryBase<Event, UUID> {
    /** Published events are for everybody, history for who asks for it, drafts for those who work on them. */
    private static final String VISIBLE = """
            select e, s.role
            from   Event e
            left   join EventStaff s on s.key.eventId = e.id and s.key.subject = :subject
            where  e.id > :after
                   and (e.status = rapport.events.event.EventStatus.PUBLISHED or s.role is not null
                        or cast(:status as string) is not null and e.status <> rapport.events.event.EventStatus.DRAFT)
                   and (cast(:status as string) is null or cast(e.status as string) = :status)
                   and (cast(:kind as string) is null or cast(e.kind as string) = :kind)
                   and (cast(:from as LocalDate) is null or cast(e.endsAt as LocalDate) >= :from)
                   and (cast(:to as LocalDate) is null or cast(e.startsAt as LocalDate) <= :to)
                   and (cast(:text as string) is null or position(lower(cast(:text as string)) in lower(e.name)) > 0
                        or position(lower(cast(:text as string)) in lower(coalesce(e.venue, ''))) > 0)
            order  by e.id
            """;

    private final Sql sql;

    EventRepository(Sql sql) {
        this.sql = sql;
    }

    record Seen(Event event, Object role) {}

    public Event require(UUID id) {
        return found(findByIdOptional(id));
    }

    /** The event, locked until the transaction ends: changes of one event take turns. */
    public Event lock(UUID id) {
        return found(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Seen> visible(String subject, EventFilter filter, UUID after, int limit) {
        return getEntityManager()
                .createQuery(VISIBLE, Object[].class)
                .setParameter("subject", subject)
                .setParameter("after", after)
                .setParameter("status", name(filter.status()))
                .setParameter("kind", name(filter.kind()))
                .setParameter("from", filter.from())
                .setParameter("to", filter.to())
                .setParameter("text", filter.text())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Seen((Event) row[0], row[1]))
                .toList();
    }

    boolean slugTaken(UUID organizationId, String slug, UUID except) {
        return count("organizationId = ?1 and slug = ?2 and id <> ?3", organizationId, slug, except) > 0;
    }

    /** A draft can have registrations that its staff made. What is known of people is not deleted along with a programme. */
    void requireNobodyRegistered(UUID id) {
        if (!sql.query("select 1 from registration where event_id = ? limit 1", row -> 1, id)
                .isEmpty()) {
            throw new EventInUse();
        }
    }

    /** @throws EventInUse when something refers to it that does not go with it */
    void deleteRow(Event event) {
        flush();
        try {
            sql.update("delete from event where id = ?", event.id());
        } catch (SqlFailed failed) {
            throw failed.isReferred() ? new EventInUse() : failed;
        }
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Event found(Optional<Event> event) {
        return event.orElseThrow(() -> new NotFound("event"));
    }
}
