package rapport.events.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class StaffRepository implements PanacheRepositoryBase<EventStaff, EventStaff.Key> {

    List<EventStaff> of(UUID eventId) {
        return list("key.eventId = ?1 order by key.subject", eventId);
    }

    boolean otherOwner(UUID eventId, String subject) {
        return count("key.eventId = ?1 and key.subject <> ?2 and role = ?3", eventId, subject, StaffRole.OWNER) > 0;
    }
}
