package rapport.followup.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a follow-up is. The row is locked before it is read for a change, by the owner's requests and by dispatchers alike,
 * so the transition that is checked here is the one that happens.
 */
@Embeddable
class Progress {

    @Column(table = "progress")
    private long version;

    @Column(table = "progress")
    private String owner;

    @Enumerated(EnumType.STRING)
    @Column(table = "progress")
    private FollowUpState state;

    @Column(table = "progress")
    private String reason;

    @Column(table = "progress", name = "step_id")
    private UUID stepId;

    @Column(table = "progress")
    private UUID recipient;

    @Column(table = "progress", name = "due_at")
    private Instant dueAt;

    @Column(table = "progress", name = "not_after")
    private Instant notAfter;

    @Column(table = "progress", name = "send_at")
    private Instant sendAt;

    @Column(table = "progress", name = "estimate_at")
    private Instant estimateAt;

    @Column(table = "progress", name = "sent_at")
    private Instant sentAt;

    @Column(table = "progress", name = "approved_at")
    private Instant approvedAt;

    @Column(table = "progress", name = "updated_at")
    private Instant updatedAt;

    @Column(table = "progress")
    private int attempts;

    protected Progress() {}

    Progress(String owner, UUID stepId, FollowUpState state, Instant now) {
        this.version = 1;
        this.owner = owner;
        this.stepId = stepId;
        this.state = state;
        this.updatedAt = now;
    }

    /** Takes the follow-up to another state, or refuses. Staying in a state is always legal. */
    void become(FollowUpState next, String why, Instant now) {
        if (state != next && !state.mayBecome(next)) {
            throw new IllegalTransition(state, next);
        }
        state = next;
        reason = why;
        changed(now);
    }

    /** The step before was sent: this one begins, as if nothing had been tried yet. */
    void goOn(UUID step, FollowUpState next, Instant approved, Instant now) {
        if (!state.mayGoOnAs(next)) {
            throw new IllegalTransition(state, next);
        }
        state = next;
        reason = null;
        stepId = step;
        approvedAt = approved;
        attempts = 0;
        changed(now);
    }

    /** What its owner should know about the state. */
    void because(String why) {
        reason = why;
    }

    /** Another step comes first. */
    void begin(UUID step) {
        stepId = step;
    }

    /** Something that its owner sees is different now. */
    void changed(Instant now) {
        version++;
        updatedAt = now;
    }

    /** When it is due, as far as known, and when the gates are asked; null: not by any dispatcher. */
    void plan(Instant due, Instant last, Instant nextSend) {
        dueAt = due;
        notAfter = last;
        sendAt = nextSend;
        estimateAt = null;
    }

    void approvedAt(Instant now) {
        approvedAt = now;
    }

    void doneAt(Instant now) {
        sentAt = now;
        sendAt = null;
    }

    void recipient(UUID person) {
        recipient = person;
    }

    UUID stepId() {
        return stepId;
    }

    long version() {
        return version;
    }

    FollowUpState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    UUID recipient() {
        return recipient;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant notAfter() {
        return notAfter;
    }

    Instant sendAt() {
        return sendAt;
    }

    Instant estimateAt() {
        return estimateAt;
    }

    Instant sentAt() {
        return sentAt;
    }

    /** When the current step was sent; null as long as it was not. */
    Instant currentSentAt() {
        return state == FollowUpState.SENT || state == FollowUpState.REPLIED ? sentAt : null;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
