package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.event.EventRepository;
import rapport.kit.edit.ETags;

/** What happens to a registration after it was made. */
@ApplicationScoped
class RegistrationChanges {
    private final RegistrationRepository registrations;
    private final EventRepository events;
    private final Places places;
    private final WaitingList waiting;
    private final RegistrationPublisher publisher;
    private final Clock clock;

    RegistrationChanges(
            RegistrationRepository registrations,
            EventRepository events,
            Places places,
            WaitingList waiting,
            RegistrationPublisher publisher,
            Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.places = places;
        this.waiting = waiting;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @param owner the person whose registration it has to be; null for staff */
    @Transactional
    Registration change(UUID eventId, UUID id, UUID owner, String ifMatch, RegistrationChange change) {
        Event event = events.lock(eventId);
        Registration registration = registrations.lock(eventId, id, owner);
        ETags.require(ifMatch, registration.version());
        RegistrationStatus wanted = change.status().or(null);
        if (wanted != null && wanted != registration.status()) {
            if (owner != null) {
                throw new RegistrationRefused.StaffDecides();
            }
            decide(event, registration, wanted);
        }
        registration.change(change, clock.instant());
        publisher.publish(List.of(id));
        return registration;
    }

    /** Cancels, and gives the place to whoever has waited longest. Cancelling again changes nothing. */
    @Transactional
    Registration cancel(UUID eventId, UUID id, UUID owner) {
        Event event = events.lock(eventId);
        Registration registration = registrations.lock(eventId, id, owner);
        if (registration.status() == RegistrationStatus.CANCELLED) {
            return registration;
        }
        registration.cancel(clock.instant());
        publisher.publish(List.of(id));
        waiting.moveUp(event);
        return registration;
    }

    /** Staff confirms who is pending or waits as long as there is a place, and lets who is pending wait when there is none. */
    private void decide(Event event, Registration registration, RegistrationStatus wanted) {
        RegistrationStatus from = registration.status();
        boolean letWait =
                wanted == RegistrationStatus.WAITLISTED && from == RegistrationStatus.PENDING && !places.free(event);
        boolean confirm = wanted == RegistrationStatus.CONFIRMED && from != RegistrationStatus.CANCELLED;
        if (!letWait && !confirm) {
            throw new RegistrationRefused.NoSuchStep(from);
        }
        if (confirm && !places.free(event)) {
            throw new RegistrationRefused.EventFull();
        }
        registration.be(wanted, clock.instant());
    }
}
