package rapport.events.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import rapport.kit.id.Ids;

/** An address is asked to work on an event. Whoever signs in with that address as verified may say yes or no. */
@Entity
class StaffInvitation {
    @Id
    private UUID id;

    private UUID eventId;
    private String address;

    @Enumerated(EnumType.STRING)
    private StaffRole role;

    @Enumerated(EnumType.STRING)
    private InvitationStatus status;

    private String invitedBy;
    private String acceptedBy;
    private Instant expiresAt;
    private Instant createdAt;
    private Instant updatedAt;

    protected StaffInvitation() {}

    /** @param address normalised */
    StaffInvitation(UUID eventId, String address, StaffRole role, String invitedBy, Duration validity, Instant now) {
        this.id = Ids.next();
        this.eventId = eventId;
        this.address = address;
        this.role = role;
        this.status = InvitationStatus.OPEN;
        this.invitedBy = invitedBy;
        this.expiresAt = now.plus(validity);
        this.createdAt = now;
        this.updatedAt = now;
    }

    void accept(String subject, Instant now) {
        requireValid(now);
        close(InvitationStatus.ACCEPTED, now);
        acceptedBy = subject;
    }

    void decline(Instant now) {
        close(InvitationStatus.DECLINED, now);
    }

    void revoke(Instant now) {
        close(InvitationStatus.REVOKED, now);
    }

    boolean isAcceptedBy(String subject) {
        return subject.equals(acceptedBy);
    }

    private void requireValid(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw new InvitationExpired();
        }
    }

    private void close(InvitationStatus how, Instant now) {
        status = how;
        address = null;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID eventId() {
        return eventId;
    }

    String address() {
        return address;
    }

    StaffRole role() {
        return role;
    }

    InvitationStatus status() {
        return status;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
