package rapport.events.badge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rapport.events.registration.RegistrationDeleted;

/** Badges go with their registration. */
@ApplicationScoped
class DeletedRegistrations {
    private final BadgeRepository badges;

    DeletedRegistrations(BadgeRepository badges) {
        this.badges = badges;
    }

    void onDeleted(@Observes RegistrationDeleted registration) {
        badges.delete("registrationId", registration.registrationId());
    }
}
