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

    /** Puts the caller on the staff of a locked event. Whoever has a larger role already keeps it. */
    @Transactional(Transactional.TxType.MANDATORY)
    StaffView join(UUID eventId, StaffRole role) {
        Optional<EventStaff> present = staff.findByIdOptional(new EventStaff.Key(eventId, caller.subject()));
        if (present.isEmpty()) {
            staff.persist(new EventStaff(eventId, caller.subject(), role, clock.instant()));
        } else if (role.compareTo(present.get().role()) < 0) {
            present.get().become(role, clock.instant());
        }
        return joined(eventId);
    }

    /** The caller as a member of the staff. */
    StaffView joined(UUID eventId) {
        return staff.member(eventId, caller.subject());
    }

    /** @return true when the subject was not on the staff before */
    @Transactional
    boolean assign(UUID eventId, String subject, StaffRole role) {
        lockOwned(eventId);
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
        lockOwned(eventId);
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

    /** Lets owners pass, one at a time: two that remove each other at the same moment must not both succeed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lockOwned(UUID eventId) {
        access.requireOwner(eventId);
        lockEvent(eventId);
        // Decided again on what the other one left.
        access.requireOwner(eventId);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void lockEvent(UUID eventId) {
        entities.createNativeQuery("select id from event where id = :event for update", UUID.class)
                .setParameter("event", eventId)
                .getSingleResult();
    }
}
