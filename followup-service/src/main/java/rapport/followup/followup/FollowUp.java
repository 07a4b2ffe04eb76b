package rapport.followup.followup;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.circumstances.Asked;
import rapport.followup.preparation.Preparation;
import rapport.followup.preparation.Purpose;

/**
 * What one person wants to say to one contact after they met. Born a draft; changed by its owner until a dispatcher claims
 * it, and from then on by dispatchers only.
 */
@Entity
@Table(name = "follow_up")
@SecondaryTable(name = "progress", pkJoinColumns = @PrimaryKeyJoinColumn(name = "follow_up_id"))
class FollowUp {

    @Id
    private UUID id;

    private String owner;

    @Column(name = "owner_name")
    private String ownerName;

    @Column(name = "reply_to")
    private String replyTo;

    @Column(name = "contact_id")
    private UUID contactId;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String goal;
    private String context;
    private String question;
    private String offer;

    private String playbook;

    @Column(name = "audience_id")
    private UUID audienceId;

    @Column(name = "snoozed_until")
    private Instant snoozedUntil;

    @Column(name = "no_reply_by")
    private Instant noReplyBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Embedded
    private Progress progress;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @JoinColumn(name = "follow_up_id", nullable = false)
    @OrderBy("position")
    private List<Step> steps = new ArrayList<>();

    protected FollowUp() {}

    FollowUp(UUID id, Asked who, String ownerName, Purpose purpose, Channel channel) {
        this.id = id;
        this.owner = who.owner();
        this.contactId = who.contactId();
        this.eventId = who.eventId();
        this.sessionId = who.sessionId();
        this.encounterId = who.encounterId();
        this.ownerName = ownerName;
        this.purpose = purpose;
        this.channel = channel;
    }

    /** Begins its life with its first step. */
    void born(FollowUpState state, Instant now) {
        createdAt = now;
        progress = new Progress(owner, step().id(), state, now);
    }

    /** @param wanted why, where its owner says so; else why one uses that playbook */
    void follow(String playbookId, Purpose wanted) {
        playbook = playbookId;
        purpose = wanted;
    }

    /** It is for those who belong to this audience, and only as long as they do. */
    void belongTo(UUID audience) {
        audienceId = audience;
    }

    /** Nothing is sent and nobody is reminded until then; null ends that. */
    void snooze(Instant until) {
        snoozedUntil = until;
    }

    /** Its owner is told when there is no reply by then; null: is not told. */
    void expectReplyBy(Instant at) {
        noReplyBy = at;
    }

    void prepare(Preparation preparation) {
        goal = preparation.goal();
        context = preparation.context();
        question = preparation.question();
        offer = preparation.offer();
    }

    /** Another step at the end. */
    void add(Step step) {
        steps.add(step);
    }

    /** A step that was not sent yet; the current one gives way to the one after it. */
    void remove(Step step) {
        if (step == step()) {
            progress.begin(next().orElseThrow().id());
        }
        steps.remove(step);
    }

    /** The step before was sent; the next one begins, if there is one and nothing else happened to the follow-up. */
    void goOn(FollowUpState state, Instant now) {
        Step sent = step();
        Step begins = next().orElseThrow();
        sent.sent(progress.sentAt());
        progress.goOn(begins.id(), state, begins.approvedAt(), now);
    }

    void purpose(Purpose newPurpose) {
        purpose = newPurpose;
    }

    /** From now on these words count as the owner's, and answers go to this address. */
    void approve(String name, String address, Instant now) {
        ownerName = name;
        replyTo = address;
        unsent().stream().filter(step -> !step.isApproved()).forEach(step -> step.approve(now));
        if (progress.state() != FollowUpState.HELD) {
            progress.become(FollowUpState.SCHEDULED, null, now);
        }
        progress.approvedAt(step().approvedAt());
    }

    /** Only the channel MANUAL is done by its owner. */
    void complete(Instant now) {
        if (channel != Channel.MANUAL) {
            throw new NotPossible("/channel", "not-manual", "Only manual follow-ups are completed by their owner.");
        }
        progress.become(FollowUpState.SENT, null, now);
        progress.doneAt(now);
    }

    UUID id() {
        return id;
    }

    Asked asked() {
        return new Asked(owner, contactId, eventId, sessionId, encounterId);
    }

    String owner() {
        return owner;
    }

    String ownerName() {
        return ownerName;
    }

    String replyTo() {
        return replyTo;
    }

    Purpose purpose() {
        return purpose;
    }

    String playbook() {
        return playbook;
    }

    Channel channel() {
        return channel;
    }

    Preparation preparation() {
        return new Preparation(goal, context, question, offer);
    }

    /** The one that is written, waits, or was sent last. */
    Step step() {
        return progress == null ? steps.getFirst() : step(progress.stepId()).orElseThrow();
    }

    Optional<Step> step(UUID stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Whether its current words are approved and wait for their time; the gates may have sent it back to its owner since. */
    boolean isPlanned() {
        boolean waits = progress.state() == FollowUpState.SCHEDULED || progress.state() == FollowUpState.HELD;
        return waits && step().isApproved();
    }

    /** The one after the current step. */
    Optional<Step> next() {
        return steps.stream()
                .filter(step -> step.position() > step().position())
                .findFirst();
    }

    /** Those that may still be changed, the current one among them unless it was claimed. */
    List<Step> unsent() {
        boolean waits = progress == null || progress.state().isEditable();
        int current = step().position();
        return steps.stream()
                .filter(step -> step.position() > current || waits && step.position() == current)
                .toList();
    }

    Progress progress() {
        return progress;
    }

    UUID audienceId() {
        return audienceId;
    }

    Instant snoozedUntil() {
        return snoozedUntil;
    }

    Instant noReplyBy() {
        return noReplyBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
