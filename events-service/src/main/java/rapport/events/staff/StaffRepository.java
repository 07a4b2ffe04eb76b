package rapport.events.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class StaffRepository implements PanacheRepositoryBase<EventStaff, EventStaff.Key> {
    /** Who has never linked the account with a person has no name here. */
    private static final String MEMBERS = """
            select s.key.subject, s.role, p.displayName
            from   EventStaff s left join Person p on p.subject = s.key.subject
            where  s.key.eventId = :event
            order  by s.key.subject
            """;

    List<StaffView> of(UUID eventId) {
        return getEntityManager()
                .createQuery(MEMBERS, StaffView.class)
                .setParameter("event", eventId)
                .getResultList();
    }

    StaffView member(UUID eventId, String subject) {
        return of(eventId).stream()
                .filter(member -> member.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new NotFound("member of the staff"));
    }

    boolean otherOwner(UUID eventId, String subject) {
        return count("key.eventId = ?1 and key.subject <> ?2 and role = ?3", eventId, subject, StaffRole.OWNER) > 0;
    }
}
