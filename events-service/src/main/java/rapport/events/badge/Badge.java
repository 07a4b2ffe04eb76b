package rapport.events.badge;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import rapport.kit.id.Ids;

/** A printed token of one registration. Only its seed and hash are kept; the token needs the key as well. */
@Entity
class Badge {
    @Id
    private UUID id;

    private UUID eventId;
    private UUID registrationId;
    private UUID personId;
    private byte[] seed;
    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    private BadgeStatus status;

    private Instant createdAt;
    private Instant revokedAt;

    protected Badge() {}

    /** Gives out another badge for the same registration; this one opens nothing any more. */
    Badge rotate(BadgeTokens.Fresh token, Instant now) {
        if (status == BadgeStatus.ACTIVE) {
            revoke(now);
        }
        var next = new Badge();
        next.id = Ids.next();
        next.eventId = eventId;
        next.registrationId = registrationId;
        next.personId = personId;
        next.seed = token.seed();
        next.tokenHash = token.hash();
        next.status = BadgeStatus.ACTIVE;
        next.createdAt = now;
        return next;
    }

    void revoke(Instant now) {
        if (status == BadgeStatus.REVOKED) {
            throw new BadgeRevoked();
        }
        status = BadgeStatus.REVOKED;
        revokedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID eventId() {
        return eventId;
    }

    UUID registrationId() {
        return registrationId;
    }

    UUID personId() {
        return personId;
    }

    byte[] seed() {
        return seed.clone();
    }

    BadgeStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }
}
