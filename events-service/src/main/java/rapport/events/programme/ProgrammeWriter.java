package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.event.Period;
import rapport.events.person.PersonPublisher;
import rapport.events.session.SessionPublisher;
import rapport.events.speaker.SpeakerPublisher;
import rapport.events.sql.Sql;

/** Writes what an import has decided: one batch per kind of row, then the messages. */
@ApplicationScoped
class ProgrammeWriter {
    private static final String NEW_PERSON =
            "insert into person (id, version, display_name, created_at, updated_at) values (?, 1, ?, ?, ?)";

    private static final String NEW_SPEAKER = """
            insert into speaker (id, version, event_id, person_id, external_id, display_name, interests, contact_mode,
                                 email_shared, status, created_at, updated_at)
            values (?, 1, ?, ?, ?, ?, '{}', ?, false, 'ACTIVE', ?, ?)
            """;

    private static final String RENAMED_SPEAKER =
            "update speaker set display_name = ?, version = version + 1, updated_at = ? where id = ?";

    /** Who has signed in chooses the own name. */
    private static final String RENAMED_PERSON = """
            update person set display_name = ?, version = version + 1, updated_at = ?
            where  id = ? and subject is null and display_name <> ?
            """;

    private static final String NEW_SESSION = """
            insert into session (title, abstract, track, room, starts_at, ends_at, type, language, start_instant,
                                 end_instant, updated_at, id, version, event_id, external_id, tags, status,
                                 created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, '{}', 'ACTIVE', ?)
            """;

    private static final String CHANGED_SESSION = """
            update session
            set    title = ?, abstract = ?, track = ?, room = ?, starts_at = ?, ends_at = ?, type = ?, language = ?,
                   start_instant = ?, end_instant = ?, updated_at = ?, version = version + 1
            where  id = ?
            """;

    private static final String NO_PARTS = "delete from session_speaker where session_id = any(?::uuid[])";

    private static final String PART =
            "insert into session_speaker (session_id, speaker_id, role, position) values (?, ?, 'SPEAKER', ?)";

    private final Sql sql;
    private final PersonPublisher people;
    private final SpeakerPublisher speakers;
    private final SessionPublisher sessions;
    private final Clock clock;

    ProgrammeWriter(
            Sql sql, PersonPublisher people, SpeakerPublisher speakers, SessionPublisher sessions, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.speakers = speakers;
        this.sessions = sessions;
        this.clock = clock;
    }

    void write(Event event, ProgrammePlan plan) {
        Instant now = clock.instant();
        writeSpeakers(event, plan, now);
        writeSessions(event, plan, now);
        var personIds = new ArrayList<>(plan.newSpeakers.stream()
                .map(ProgrammePlan.SpeakerWrite::personId)
                .toList());
        personIds.addAll(plan.renamedSpeakers.stream()
                .map(ProgrammePlan.SpeakerWrite::personId)
                .toList());
        people.publish(personIds);
        var speakerIds = new ArrayList<>(
                plan.newSpeakers.stream().map(ProgrammePlan.SpeakerWrite::id).toList());
        speakerIds.addAll(plan.renamedSpeakers.stream()
                .map(ProgrammePlan.SpeakerWrite::id)
                .toList());
        speakers.publish(speakerIds);
        var sessionIds = new ArrayList<>(ids(plan.newSessions));
        sessionIds.addAll(ids(plan.changedSessions));
        sessions.publish(sessionIds);
    }

    private void writeSpeakers(Event event, ProgrammePlan plan, Instant now) {
        sql.batch(NEW_PERSON, rows(plan.newSpeakers, s -> new Object[] {s.personId(), s.name(), now, now}));
        sql.batch(NEW_SPEAKER, rows(plan.newSpeakers, s ->
                new Object[] {s.id(), event.id(), s.personId(), s.key(), s.name(), event.contactMode(), now, now}));
        sql.batch(RENAMED_SPEAKER, rows(plan.renamedSpeakers, s -> new Object[] {s.name(), now, s.id()}));
        sql.batch(
                RENAMED_PERSON, rows(plan.renamedSpeakers, s -> new Object[] {s.name(), now, s.personId(), s.name()}));
    }

    private void writeSessions(Event event, ProgrammePlan plan, Instant now) {
        sql.batch(NEW_SESSION, rows(plan.newSessions, s -> {
            var row = new ArrayList<>(content(event, s, now));
            row.add(event.id());
            row.add(s.key());
            row.add(now);
            return row.toArray();
        }));
        sql.batch(CHANGED_SESSION, rows(plan.changedSessions, s -> content(event, s, now)
                .toArray()));
        sql.update(NO_PARTS, ids(plan.changedSessions));
        var parts = new ArrayList<Object[]>();
        for (var session : plan.allSessions()) {
            List<UUID> speakerIds = session.content().speakers();
            for (int i = 0; i < speakerIds.size(); i++) {
                parts.add(new Object[] {session.id(), speakerIds.get(i), i});
            }
        }
        sql.batch(PART, parts);
    }

    private static List<Object> content(Event event, ProgrammePlan.SessionWrite session, Instant now) {
        var c = session.content();
        var period = new Period(c.startsAt(), c.endsAt(), event.period().zone());
        // Not List.of: most of these may be null.
        return new ArrayList<>(java.util.Arrays.asList(
                c.title(),
                c.abstractText(),
                c.track(),
                c.room(),
                c.startsAt(),
                c.endsAt(),
                c.type(),
                c.language(),
                period.startInstant(),
                period.endInstant(),
                now,
                session.id()));
    }

    private static List<UUID> ids(List<ProgrammePlan.SessionWrite> sessions) {
        return sessions.stream().map(ProgrammePlan.SessionWrite::id).toList();
    }

    private static <T> List<Object[]> rows(List<T> items, java.util.function.Function<T, Object[]> row) {
        return items.stream().map(row).toList();
    }
}
