package rapport.contacts.mentoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Somebody asks a mentor for help with a goal. */
@Entity
@Table(name = "mentoring_request")
class MentoringRequest {

    @Id
    private UUID id;

    private String mentee;

    @Column(name = "goal_id")
    private UUID goalId;

    @Column(name = "profile_id")
    private UUID profileId;

    private String message;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "remind_at")
    private Instant remindAt;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private long version;

    protected MentoringRequest() {}

    MentoringRequest(UUID id, String mentee, UUID goalId, UUID profileId, String message, Instant now) {
        this.id = id;
        this.mentee = mentee;
        this.goalId = goalId;
        this.profileId = profileId;
        this.message = message.strip();
        this.askedAt = now;
    }

    /** The mentor may answer from now on. */
    void open(Instant now, MentoringConfig config) {
        state = RequestState.OPEN;
        expiresAt = now.plus(config.open());
        remindAt = now.plus(config.remindAfter());
        version++;
    }

    /** There is no place. The time to answer does not run, but nobody waits for ever. */
    void waitForPlace(MentoringConfig config) {
        state = RequestState.WAITLISTED;
        expiresAt = askedAt.plus(config.longestWait());
        remindAt = null;
        version++;
    }

    /** Ends it like this; returns whether it had not ended so before. */
    boolean become(RequestState outcome, Instant now, Set<RequestState> from) {
        RequestState current = stateAt(now);
        if (current == outcome) {
            return false;
        }
        if (!from.contains(current)) {
            throw new MentoringRefused.NotPossible(current);
        }
        state = outcome;
        if (outcome != RequestState.ACCEPTED) {
            endedAt = now;
        }
        version++;
        return true;
    }

    /** The time decides, not whether the job has come by yet. */
    RequestState stateAt(Instant now) {
        return state.isLive() && !now.isBefore(expiresAt) ? RequestState.EXPIRED : state;
    }

    UUID id() {
        return id;
    }

    String mentee() {
        return mentee;
    }

    UUID goalId() {
        return goalId;
    }

    UUID profileId() {
        return profileId;
    }

    String message() {
        return message;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant remindedAt() {
        return remindedAt;
    }

    long version() {
        return version;
    }
}
