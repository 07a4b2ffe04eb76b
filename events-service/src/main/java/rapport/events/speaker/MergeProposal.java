package rapport.events.speaker;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Two speakers of an event may be one human. Rows are made by {@link MergeProposals}, one per pair for ever. */
@Entity
@Table(name = "speaker_merge_proposal")
class MergeProposal {
    @Id
    private UUID id;

    private UUID eventId;
    private UUID speakerId;
    private UUID otherId;

    @Enumerated(EnumType.STRING)
    private MergeReason reason;

    @Enumerated(EnumType.STRING)
    private MergeStatus status;

    private String decidedBy;
    private Instant createdAt;
    private Instant decidedAt;

    protected MergeProposal() {}

    void accept(String subject, Instant now) {
        decide(MergeStatus.ACCEPTED, subject, now);
    }

    void dismiss(String subject, Instant now) {
        decide(MergeStatus.DISMISSED, subject, now);
    }

    private void decide(MergeStatus decision, String subject, Instant now) {
        if (status != MergeStatus.OPEN) {
            throw new MergeDecided(status);
        }
        status = decision;
        decidedBy = subject;
        decidedAt = now;
    }

    /** The one that is not kept. */
    UUID without(UUID kept) {
        if (kept.equals(speakerId)) {
            return otherId;
        }
        if (kept.equals(otherId)) {
            return speakerId;
        }
        throw new NotOfThePair();
    }

    UUID id() {
        return id;
    }

    UUID speakerId() {
        return speakerId;
    }

    UUID otherId() {
        return otherId;
    }

    MergeReason reason() {
        return reason;
    }

    MergeStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }
}
