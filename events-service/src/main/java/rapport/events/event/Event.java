package rapport.events.event;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import rapport.events.aggregate.Aggregate;
import rapport.events.organization.Slug;
import rapport.kit.time.WallTime;

/** A conference or webinar. Its wall times are what was agreed on: another zone keeps them and moves the instants. */
@Entity
public class Event extends Aggregate {
    private UUID organizationId;
    private String name;
    private String slug;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    private LocalDateTime startsAt;
    private LocalDateTime endsAt;
    private String zone;
    private Instant startInstant;
    private Instant endInstant;
    private String venue;
    private String joinUrl;

    @Enumerated(EnumType.STRING)
    private EventStatus status;

    @Enumerated(EnumType.STRING)
    private ContactMode contactMode;

    private int followUpWindowDays;
    private int retentionDays;
    private int attendancePercent;
    private Integer capacity;
    private boolean approvalRequired;
    private String cancelReason;

    protected Event() {}

    Event(UUID id, UUID organizationId, NewEvent request, Instant now) {
        super(id, now);
        this.organizationId = organizationId;
        this.name = request.name();
        this.slug = Slug.of(request.slug(), request.name());
        this.kind = request.kind();
        schedule(new Period(request.startsAt(), request.endsAt(), WallTime.zone(request.zone())));
        this.venue = request.venue();
        this.joinUrl = request.joinUrl();
        this.status = EventStatus.DRAFT;
        this.contactMode = EventDefaults.contactMode(request.contactMode());
        this.followUpWindowDays = EventDefaults.followUpWindowDays(request.followUpWindowDays());
        this.retentionDays = EventDefaults.retentionDays(request.retentionDays());
        this.attendancePercent = EventDefaults.attendancePercent(request.attendancePercent());
        this.capacity = request.capacity();
        this.approvalRequired = Boolean.TRUE.equals(request.approvalRequired());
    }

    void change(EventChange change, Instant now) {
        requireOpen();
        name = change.name().or(name);
        slug = change.slug().or(slug);
        kind = change.kind().or(kind);
        schedule(new Period(
                change.startsAt().or(startsAt),
                change.endsAt().or(endsAt),
                WallTime.zone(change.zone().or(zone))));
        venue = change.venue().or(venue);
        joinUrl = change.joinUrl().or(joinUrl);
        contactMode = change.contactMode().or(contactMode);
        followUpWindowDays = change.followUpWindowDays().or(followUpWindowDays);
        retentionDays = change.retentionDays().or(retentionDays);
        attendancePercent = change.attendancePercent().or(attendancePercent);
        capacity = change.capacity().or(capacity);
        approvalRequired = change.approvalRequired().or(approvalRequired);
        changed(now);
    }

    void publish(Instant now) {
        become(EventStatus.PUBLISHED, now);
    }

    void cancel(String reason, Instant now) {
        become(EventStatus.CANCELLED, now);
        cancelReason = reason;
    }

    void archive(Instant now) {
        become(EventStatus.ARCHIVED, now);
    }

    /** Only what nobody else has seen can be taken back altogether. */
    void requireDraft() {
        if (status != EventStatus.DRAFT) {
            throw new EventStateRefused(status);
        }
    }

    /** Lets changes pass as long as the event is not history. */
    public void requireOpen() {
        if (!status.isOpen()) {
            throw new EventStateRefused(status);
        }
    }

    private void become(EventStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new EventStateRefused(status);
        }
        status = next;
        changed(now);
    }

    private void schedule(Period period) {
        startsAt = period.startsAt();
        endsAt = period.endsAt();
        zone = period.zone().getId();
        startInstant = period.startInstant();
        endInstant = period.endInstant();
    }

    public Period period() {
        return new Period(startsAt, endsAt, ZoneId.of(zone));
    }

    public String name() {
        return name;
    }

    public String zone() {
        return zone;
    }

    public EventStatus status() {
        return status;
    }

    public ContactMode contactMode() {
        return contactMode;
    }

    public Integer capacity() {
        return capacity;
    }

    public boolean approvalRequired() {
        return approvalRequired;
    }

    public String joinUrl() {
        return joinUrl;
    }

    UUID organizationId() {
        return organizationId;
    }

    String slug() {
        return slug;
    }

    EventKind kind() {
        return kind;
    }

    String venue() {
        return venue;
    }

    int followUpWindowDays() {
        return followUpWindowDays;
    }

    int retentionDays() {
        return retentionDays;
    }

    int attendancePercent() {
        return attendancePercent;
    }

    String cancelReason() {
        return cancelReason;
    }
}
