package rapport.contacts.introduction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Somebody brings two of their contacts together. */
@Entity
@Table(name = "introduction")
class Introduction {

    @Id
    private UUID id;

    private String introducer;

    @Column(name = "first_contact")
    private UUID firstContact;

    @Column(name = "second_contact")
    private UUID secondContact;

    @Column(name = "first_person")
    private UUID firstPerson;

    @Column(name = "second_person")
    private UUID secondPerson;

    private String reason;

    @Enumerated(EnumType.STRING)
    private IntroductionState state;

    @Column(name = "offered_at")
    private Instant offeredAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private long version;

    protected Introduction() {}

    Introduction(UUID id, String introducer, Pair pair, String reason, Instant now, Duration open) {
        this.id = id;
        this.introducer = introducer;
        this.firstContact = pair.first().contactId();
        this.secondContact = pair.second().contactId();
        this.firstPerson = pair.first().personId();
        this.secondPerson = pair.second().personId();
        this.reason = reason.strip();
        this.state = IntroductionState.OPEN;
        this.offeredAt = now;
        this.expiresAt = now.plus(open);
        this.version = 1;
    }

    /** Both have accepted. */
    void complete() {
        state = IntroductionState.COMPLETED;
        version++;
    }

    void withdraw(Instant now) {
        if (stateAt(now) == IntroductionState.WITHDRAWN) {
            return;
        }
        requireOpen(now);
        state = IntroductionState.WITHDRAWN;
        version++;
    }

    void requireOpen(Instant now) {
        if (stateAt(now) != IntroductionState.OPEN) {
            throw new IntroductionRefused.Over(stateAt(now));
        }
    }

    /** The time decides, not whether the job has come by yet. */
    IntroductionState stateAt(Instant now) {
        return state == IntroductionState.OPEN && !now.isBefore(expiresAt) ? IntroductionState.EXPIRED : state;
    }

    UUID id() {
        return id;
    }

    String introducer() {
        return introducer;
    }

    UUID firstContact() {
        return firstContact;
    }

    UUID secondContact() {
        return secondContact;
    }

    UUID firstPerson() {
        return firstPerson;
    }

    String reason() {
        return reason;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    long version() {
        return version;
    }
}
