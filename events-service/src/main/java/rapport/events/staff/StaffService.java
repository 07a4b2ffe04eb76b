package rapport.events.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.identity.Caller;
import rapport.kit.problem.NotFound;

@ApplicationScoped
public class StaffService {
    private final StaffRepository staff;
    private final EventAccess access;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    StaffService(StaffRepository staff, EventAccess access, EntityManager entities, Caller caller, Clock clock) {
        this.staff = staff;
        this.access = access;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whoever creates an event owns it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void makeCallerOwner(UUID eventId) {
        staff.persist(new EventStaff(eventId, caller.subject(), StaffRole.OWNER, clock.instant()));
    }

    /** @return true when the subject was not on the staff before */
    @Transactional
    boolean assign(UUID eventId, String subject, StaffRole role) {
        access.requireOwner(eventId);
        lockEvent(eventId);
        Optional<EventStaff> present = staff.findByIdOptional(new EventStaff.Key(eventId, subject));
        if (present.isEmpty()) {
            staff.persist(new EventStaff(eventId, subject, role, clock.instant()));
            return true;
        }
        if (role != StaffRole.OWNER) {
            keepAnOwner(eventId, subject);
        }
        present.get().become(role, clock.instant());
        return false;
    }

    @Transactional
    void remove(UUID eventId, String subject) {
        access.requireOwner(eventId);
        lockEvent(eventId);
        EventStaff present = staff.findByIdOptional(new EventStaff.Key(eventId, subject))
                .orElseThrow(() -> new NotFound("member of the staff"));
        keepAnOwner(eventId, subject);
        staff.delete(present);
    }

    private void keepAnOwner(UUID eventId, String subject) {
        if (!staff.otherOwner(eventId, subject)) {
            throw new LastOwner();
        }
    }

    /** Two owners that remove each other at the same time must not both succeed. */
    private void lockEvent(UUID eventId) {
        entities.createNativeQuery("select id from event where id = :event for update", UUID.class)
                .setParameter("event", eventId)
                .getSingleResult();
    }
}
