package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import rapport.events.event.Event;

/** Counts the places of an event. Whoever asks holds the event's lock, so no place is given away twice. */
@ApplicationScoped
class Places {
    private final RegistrationRepository registrations;

    Places(RegistrationRepository registrations) {
        this.registrations = registrations;
    }

    boolean free(Event event) {
        return left(event) > 0;
    }

    /** How many more may take part; never negative, and as many as you like without a capacity. */
    long left(Event event) {
        return event.capacity() == null
                ? Long.MAX_VALUE
                : Math.max(0, event.capacity() - registrations.confirmed(event.id()));
    }

    RegistrationStatus statusFor(Event event, boolean byStaff) {
        if (event.approvalRequired() && !byStaff) {
            return RegistrationStatus.PENDING;
        }
        return free(event) ? RegistrationStatus.CONFIRMED : RegistrationStatus.WAITLISTED;
    }
}
