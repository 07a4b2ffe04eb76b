package rapport.events.session;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import rapport.events.aggregate.Aggregate;
import rapport.events.event.Period;
import rapport.events.person.Known;
import rapport.events.person.Languages;

/**
 * A part of the programme, in the zone of its event. Who sets its times keeps within the event's; a programme that is imported may
 * overrun them, and an event may move away from its sessions: both are worth a warning.
 */
@Entity
class Session extends Aggregate {
    private UUID eventId;
    private String externalId;
    private String title;

    @Column(name = "abstract")
    private String abstractText;

    private String track;
    private String room;
    private LocalDateTime startsAt;
    private LocalDateTime endsAt;
    private Instant startInstant;
    private Instant endInstant;
    private String type;
    private String language;

    @Column(columnDefinition = "text[]")
    private List<String> tags;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "session_speaker", joinColumns = @JoinColumn(name = "session_id"))
    @OrderBy("position")
    @BatchSize(size = 200)
    private List<SpeakerPart> speakers = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "session_resource", joinColumns = @JoinColumn(name = "session_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 200)
    private List<SessionLink> resources = new ArrayList<>();

    protected Session() {}

    Session(UUID id, UUID eventId, Period event, NewSession request, Instant now) {
        super(id, now);
        this.eventId = eventId;
        this.externalId = request.externalId();
        this.title = request.title();
        this.abstractText = request.abstractText();
        this.track = request.track();
        this.room = request.room();
        schedule(new Period(request.startsAt(), request.endsAt(), event.zone()));
        this.type = request.type();
        this.language = Languages.canonical(request.language()).orElse(null);
        this.tags = request.tags() == null ? List.of() : request.tags();
        this.resources.addAll(request.resources() == null ? List.of() : request.resources());
        this.status = SessionStatus.ACTIVE;
        this.speakers.addAll(SessionSpeaker.parts(request.speakers()));
    }

    void change(SessionChange change, Period event, Instant now) {
        title = change.title().or(title);
        abstractText = change.abstractText().or(abstractText);
        track = change.track().or(track);
        room = change.room().or(room);
        if (change.startsAt().isPresent() || change.endsAt().isPresent()) {
            schedule(new Period(change.startsAt().or(startsAt), change.endsAt().or(endsAt), event.zone()));
        }
        type = change.type().or(type);
        language = change.language()
                .map(tag -> Languages.canonical(tag).orElseThrow())
                .or(language);
        tags = change.tags().or(tags);
        change.resources().ifPresent(wanted -> {
            resources.clear();
            resources.addAll(wanted);
        });
        change.speakers().ifPresent(wanted -> {
            speakers.clear();
            speakers.addAll(SessionSpeaker.parts(wanted));
        });
        changed(now);
    }

    /**
     * Keeps what a file tells; blanks never overwrite, and who stays on stage keeps the role.
     *
     * @return true when it told something new
     */
    boolean learn(NewSession told, Period event, Instant now) {
        List<Object> before = told();
        if (!told.startsAt().equals(startsAt) || !told.endsAt().equals(endsAt)) {
            schedule(new Period(told.startsAt(), told.endsAt(), event.zone()));
        }
        externalId = Known.first(externalId, told.externalId());
        title = Known.first(told.title(), title);
        abstractText = Known.first(told.abstractText(), abstractText);
        track = Known.first(told.track(), track);
        room = Known.first(told.room(), room);
        type = Known.first(told.type(), type);
        language = Languages.canonical(told.language()).orElse(language);
        tags = Known.first(told.tags(), tags);
        for (SessionLink added : told.resources() == null ? List.<SessionLink>of() : told.resources()) {
            if (resources.stream().noneMatch(link -> link.url().equals(added.url()))) {
                resources.add(added);
            }
        }
        List<UUID> people = speakers.stream().map(SpeakerPart::speakerId).toList();
        if (told.speakers() != null
                && !people.equals(
                        told.speakers().stream().map(SessionSpeaker::speakerId).toList())) {
            List<SpeakerPart> parts = SessionSpeaker.withRolesOf(speakers, told.speakers());
            speakers.clear();
            speakers.addAll(parts);
        }
        if (told().equals(before)) {
            return false;
        }
        changed(now);
        return true;
    }

    private List<Object> told() {
        return java.util.Arrays.asList(
                externalId,
                title,
                abstractText,
                track,
                room,
                startsAt,
                endsAt,
                type,
                language,
                List.copyOf(tags),
                List.copyOf(resources),
                List.copyOf(speakers));
    }

    /** Keeps the wall time: what was announced as nine o'clock stays nine o'clock. */
    void rezone(ZoneId zone, Instant now) {
        var period = new Period(startsAt, endsAt, zone);
        startInstant = period.startInstant();
        endInstant = period.endInstant();
        changed(now);
    }

    void remove(Instant now) {
        status = SessionStatus.REMOVED;
        changed(now);
    }

    /** @throws SessionRefused.OutsideTheEvent when a part of it is before or after the event */
    void requireWithin(Period event) {
        if (startsAt.isBefore(event.startsAt())) {
            throw new SessionRefused.OutsideTheEvent("/startsAt");
        }
        if (endsAt.isAfter(event.endsAt())) {
            throw new SessionRefused.OutsideTheEvent("/endsAt");
        }
    }

    private void schedule(Period period) {
        startsAt = period.startsAt();
        endsAt = period.endsAt();
        startInstant = period.startInstant();
        endInstant = period.endInstant();
    }

    UUID eventId() {
        return eventId;
    }

    String externalId() {
        return externalId;
    }

    String title() {
        return title;
    }

    String abstractText() {
        return abstractText;
    }

    String track() {
        return track;
    }

    String room() {
        return room;
    }

    LocalDateTime startsAt() {
        return startsAt;
    }

    LocalDateTime endsAt() {
        return endsAt;
    }

    Instant startInstant() {
        return startInstant;
    }

    Instant endInstant() {
        return endInstant;
    }

    String type() {
        return type;
    }

    String language() {
        return language;
    }

    List<String> tags() {
        return tags;
    }

    List<SessionLink> resources() {
        return List.copyOf(resources);
    }

    SessionStatus status() {
        return status;
    }

    List<SpeakerPart> speakers() {
        return List.copyOf(speakers);
    }
}
