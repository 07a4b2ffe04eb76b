package rapport.events.staff;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Somebody's role at an event. */
@Entity
class EventStaff {
    @Embeddable
    record Key(UUID eventId, String subject) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private StaffRole role;

    private Instant createdAt;
    private Instant updatedAt;

    protected EventStaff() {}

    EventStaff(UUID eventId, String subject, StaffRole role, Instant now) {
        this.key = new Key(eventId, subject);
        this.role = role;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void become(StaffRole newRole, Instant now) {
        role = newRole;
        updatedAt = now;
    }

    String subject() {
        return key.subject();
    }

    StaffRole role() {
        return role;
    }
}
