package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import rapport.events.person.People;
import rapport.events.staff.EventAccess;
import rapport.kit.problem.NotFound;

/** Owners and editors see every registration of their event, everybody else their own. */
@ApplicationScoped
class RegistrationAccess {
    private final EventAccess events;
    private final People people;

    RegistrationAccess(EventAccess events, People people) {
        this.events = events;
        this.people = people;
    }

    boolean byStaff(UUID eventId) {
        return events.requireVisible(eventId).mayEdit();
    }

    /** Whose registration the caller is limited to; null when they may see all. */
    UUID limitedTo(UUID eventId) {
        return byStaff(eventId) ? null : people.callersPerson().orElseThrow(() -> new NotFound("registration"));
    }
}
