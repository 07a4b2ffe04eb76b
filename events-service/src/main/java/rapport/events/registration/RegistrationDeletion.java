package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import rapport.events.event.Event;
import rapport.events.event.EventRepository;

/** Deletes a registration because its person asks for it. A tombstone tells those who hold copies. */
@ApplicationScoped
class RegistrationDeletion {
    private final RegistrationRepository registrations;
    private final EventRepository events;
    private final WaitingList waiting;
    private final jakarta.enterprise.event.Event<RegistrationDeleted> deleted;
    private final RegistrationTombstones tombstones;

    RegistrationDeletion(
            RegistrationRepository registrations,
            EventRepository events,
            WaitingList waiting,
            jakarta.enterprise.event.Event<RegistrationDeleted> deleted,
            RegistrationTombstones tombstones) {
        this.registrations = registrations;
        this.events = events;
        this.waiting = waiting;
        this.deleted = deleted;
        this.tombstones = tombstones;
    }

    /** @param owner the person whose registration it has to be; null for staff */
    @Transactional
    void delete(UUID eventId, UUID id, UUID owner) {
        Event event = events.lock(eventId);
        Registration registration = registrations.lock(eventId, id, owner);
        deleted.fire(new RegistrationDeleted(eventId, id));
        remove(registration);
        tombstones.add(registration);
        waiting.moveUp(event);
    }

    private void remove(Registration registration) {
        try {
            registrations.delete(registration);
            registrations.flush();
        } catch (ConstraintViolationException referred) {
            throw new RegistrationRefused.StillReferred();
        }
    }
}
