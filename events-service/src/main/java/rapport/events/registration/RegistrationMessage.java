package rapport.events.registration;

import java.util.List;
import java.util.UUID;
import rapport.kit.outbox.Fact;

/** What the other services learn about registrations: badges as hashes, no address. */
sealed interface RegistrationMessage {
    String TOPIC = "rapport.registration.v1";

    record Badge(UUID badgeId, String tokenHash, String status) {}

    record RegistrationChanged(
            UUID registrationId,
            long version,
            UUID eventId,
            UUID personId,
            String status,
            String sharing,
            List<String> interests,
            List<String> goals,
            List<Badge> badges)
            implements RegistrationMessage {}

    record RegistrationDeleted(UUID registrationId, long version, UUID eventId) implements RegistrationMessage {}

    static Fact fact(RegistrationMessage message) {
        return switch (message) {
            case RegistrationChanged changed ->
                new Fact(TOPIC, changed.registrationId(), changed.version(), "registration.changed.v1", changed);
            case RegistrationDeleted deleted ->
                new Fact(TOPIC, deleted.registrationId(), deleted.version(), "registration.deleted.v1", deleted);
        };
    }
}
