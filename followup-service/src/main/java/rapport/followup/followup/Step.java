package rapport.followup.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.planning.Schedule;
import rapport.followup.template.FoundTemplate;

/** One message of a follow-up and when it is due. */
@Entity
@Table(name = "step")
class Step {

    enum Kind {
        MESSAGE,
        NUDGE
    }

    @Id
    private UUID id;

    private int position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subject;
    private String body;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    @Enumerated(EnumType.STRING)
    private Anchor anchor;

    @Column(name = "offset_days")
    private int offsetDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "offset_unit")
    private OffsetUnit offsetUnit;

    @Column(name = "local_time")
    private LocalTime localTime;

    @Column(name = "at_local")
    private LocalDateTime atLocal;

    @Column(name = "planned_at")
    private Instant plannedAt;

    private String template;

    @Column(name = "template_version")
    private Long templateVersion;

    @Column(name = "template_locale")
    private String templateLocale;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    protected Step() {}

    Step(UUID id, int position, Kind kind, Schedule schedule) {
        this.id = id;
        this.position = position;
        this.kind = kind;
        reschedule(schedule);
    }

    /** @param owner part of the hash: only what one person sends to many people is a mass mail */
    void write(String owner, String newSubject, String newBody) {
        subject = newSubject;
        body = newBody;
        bodyHash = newBody == null ? null : sha256(owner + "\n" + newBody.strip());
        approvedAt = null;
    }

    /** Told, not followed: the step keeps its own words. */
    void madeFrom(FoundTemplate found) {
        template = found.reference();
        templateVersion = found.version();
        templateLocale = found.locale().tag();
    }

    /** These words may go. */
    void approve(Instant now) {
        approvedAt = now;
    }

    /** What they stand in has changed: they are to be read again. */
    void disapprove() {
        approvedAt = null;
    }

    /** What the schedule says as things are; null when it says nothing yet. */
    void planned(Instant at) {
        plannedAt = at;
    }

    Instant plannedAt() {
        return plannedAt;
    }

    void sent(Instant at) {
        sentAt = at;
    }

    void reschedule(Schedule schedule) {
        anchor = schedule.anchor();
        offsetDays = schedule.offsetDays();
        offsetUnit = schedule.unit();
        localTime = schedule.localTime();
        atLocal = schedule.at();
    }

    String template() {
        return template;
    }

    Long templateVersion() {
        return templateVersion;
    }

    String templateLocale() {
        return templateLocale;
    }

    boolean isApproved() {
        return approvedAt != null;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    Instant sentAt() {
        return sentAt;
    }

    int position() {
        return position;
    }

    Kind kind() {
        return kind;
    }

    UUID id() {
        return id;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    byte[] bodyHash() {
        return bodyHash;
    }

    Schedule schedule() {
        return new Schedule(anchor, offsetDays, offsetUnit, localTime, atLocal);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
