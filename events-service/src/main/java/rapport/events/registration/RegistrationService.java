package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.event.EventRepository;
import rapport.events.event.EventStateRefused;
import rapport.events.event.EventStatus;
import rapport.events.person.People;
import rapport.kit.id.Ids;
import rapport.kit.identifier.EmailAddress;

/** Registering: the staff registers anybody, everybody else themselves. */
@ApplicationScoped
class RegistrationService {
    /** @param created false when a registration was there and has been updated */
    record Registered(Registration registration, boolean created) {}

    private final RegistrationRepository registrations;
    private final EventRepository events;
    private final People people;
    private final Places places;
    private final RegistrationPublisher publisher;
    private final Clock clock;

    RegistrationService(
            RegistrationRepository registrations,
            EventRepository events,
            People people,
            Places places,
            RegistrationPublisher publisher,
            Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.people = people;
        this.places = places;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional
    Registered register(UUID eventId, NewRegistration request, boolean byStaff) {
        var event = events.lock(eventId);
        event.requireOpen();
        if (!byStaff && event.status() != EventStatus.PUBLISHED) {
            throw new EventStateRefused(event.status());
        }
        Registrant registrant = byStaff ? told(eventId, request) : self(eventId, request);
        var present = registrations.ofPerson(eventId, registrant.personId());
        UUID id = present.map(Registration::id).orElseGet(Ids::next);
        if (registrations.externalIdTaken(eventId, request.externalId(), id)) {
            throw new RegistrationRefused.ExternalIdTaken();
        }
        if (present.isPresent()) {
            Registration registration = present.get();
            boolean again = registration.status() == RegistrationStatus.CANCELLED;
            RegistrationStatus status = again ? places.statusFor(event, byStaff) : registration.status();
            if (registration.again(request, status, clock.instant())) {
                publisher.publish(List.of(id));
            }
            return new Registered(registration, false);
        }
        var registration = new Registration(id, registrant, request, places.statusFor(event, byStaff), clock.instant());
        registrations.persist(registration);
        publisher.publish(List.of(id));
        return new Registered(registration, true);
    }

    private Registrant told(UUID eventId, NewRegistration request) {
        String address = EmailAddress.normalized(request.email()).orElseThrow(RegistrationRefused.AddressMissing::new);
        return new Registrant(eventId, people.withAddress(address, request.person()), address);
    }

    private Registrant self(UUID eventId, NewRegistration request) {
        String address = people.callersAddress();
        if (request.email() != null
                && !EmailAddress.normalized(request.email()).orElse("").equals(address)) {
            throw new RegistrationRefused.NotYourAddress();
        }
        if (request.externalId() != null) {
            throw new RegistrationRefused.StaffDecides();
        }
        return new Registrant(eventId, people.linkCaller(request.person()), address);
    }
}
