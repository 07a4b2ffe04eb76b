package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
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
    private final RegistrationPublisher publisher;
    private final Clock clock;

    RegistrationChanges(
            RegistrationRepository registrations,
            EventRepository events,
            Places places,
            RegistrationPublisher publisher,
            Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.places = places;
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
        registration.become(RegistrationStatus.CANCELLED, clock.instant());
        var touched = new ArrayList<>(List.of(id));
        if (places.free(event)) {
            registrations.longestWaiting(eventId).ifPresent(next -> {
                next.become(RegistrationStatus.CONFIRMED, clock.instant());
                touched.add(next.id());
            });
        }
        publisher.publish(touched);
        return registration;
    }

    private void decide(Event event, Registration registration, RegistrationStatus wanted) {
        if (wanted != RegistrationStatus.CONFIRMED || registration.status() == RegistrationStatus.CANCELLED) {
            throw new RegistrationRefused.NoSuchStep(registration.status());
        }
        if (!places.free(event)) {
            throw new RegistrationRefused.EventFull();
        }
        registration.confirm();
    }
}
