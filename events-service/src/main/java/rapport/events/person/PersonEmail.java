package rapport.events.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An address belongs to one person. */
@Entity
class PersonEmail {
    @Id
    private String address;

    private UUID personId;
    private boolean verified;
    private Instant createdAt;

    protected PersonEmail() {}

    PersonEmail(String address, UUID personId, Instant now) {
        this.address = address;
        this.personId = personId;
        this.createdAt = now;
    }

    void verify() {
        verified = true;
    }

    String address() {
        return address;
    }

    UUID personId() {
        return personId;
    }

    boolean verified() {
        return verified;
    }
}
