package rapport.events.registration;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What the rows of a file before the current one have used up: keys, people and places. */
final class FileSoFar {
    private final Set<String> keys = new HashSet<>();
    private final Set<UUID> people = new HashSet<>();
    private long placesLeft;

    FileSoFar(long placesLeft) {
        this.placesLeft = placesLeft;
    }

    /** False when an earlier row has the same address or external id. */
    boolean isNew(String address, String externalId) {
        if (keys.contains(address) || externalId != null && keys.contains("id:" + externalId)) {
            return false;
        }
        keys.add(address);
        if (externalId != null) {
            keys.add("id:" + externalId);
        }
        return true;
    }

    /** False when an earlier row was about the same person, by another address. */
    boolean isNew(UUID person) {
        return people.add(person);
    }

    /** The status of the next new registration. */
    RegistrationStatus nextPlace() {
        if (placesLeft <= 0) {
            return RegistrationStatus.WAITLISTED;
        }
        placesLeft--;
        return RegistrationStatus.CONFIRMED;
    }
}
