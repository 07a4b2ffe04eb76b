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
