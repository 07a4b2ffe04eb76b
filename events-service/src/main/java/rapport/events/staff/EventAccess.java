package rapport.events.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.identity.Caller;
import rapport.kit.problem.NotFound;

/**
 * Decides what the caller may do at an event. An event of others is 404 for whoever works on events, the same as a random
 * id; staff with too small a role know the event, so they get 403. Drafts exist for staff only.
 */
@ApplicationScoped
public class EventAccess {
    private static final String STANDING = """
            select e.status, s.role,
                   exists (select 1 from registration r join person p on p.id = r.person_id
                           where r.event_id = e.id and r.status = 'CONFIRMED' and p.subject = :subject) as confirmed
            from   event e
            left   join event_staff s on s.event_id = e.id and s.subject = :subject
            where  e.id = :event
            """;

    private final EntityManager entities;
    private final Caller caller;

    EventAccess(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** The caller's standing at an event they may see. */
    public Standing requireVisible(UUID eventId) {
        return standing(eventId)
                .filter(s -> s.role().isPresent() || !s.eventStatus().equals("DRAFT"))
                .orElseThrow(() -> new NotFound("event"));
    }

    /** Lets any staff of the event pass. */
    public StaffRole requireStaff(UUID eventId) {
        return standing(eventId).flatMap(Standing::role).orElseThrow(() -> new NotFound("event"));
    }

    /** Lets whoever may read badges at the event pass: all of its staff, also with the token of an attendee. */
    public void requireScanner(UUID eventId) {
        requireStaff(eventId);
    }

    /** Lets owners and editors pass. */
    public void requireEditor(UUID eventId) {
        if (!requireStaff(eventId).mayEdit()) {
            throw new StaffForbidden();
        }
    }

    /** Lets owners pass. */
    public void requireOwner(UUID eventId) {
        if (requireStaff(eventId) != StaffRole.OWNER) {
            throw new StaffForbidden();
        }
    }

    private Optional<Standing> standing(UUID eventId) {
        List<Object[]> rows = entities.createNativeQuery(STANDING, Object[].class)
                .setParameter("subject", caller.subject())
                .setParameter("event", eventId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Standing(
                        (String) row[0], Optional.ofNullable((String) row[1]).map(StaffRole::valueOf), (Boolean)
                                row[2]));
    }
}
