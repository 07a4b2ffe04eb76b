package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import rapport.events.event.Event;
import rapport.events.event.Period;
import rapport.events.programme.ProgrammePlan.SessionWrite;
import rapport.events.sql.Sql;

/** The statements that write the sessions of a programme. */
@ApplicationScoped
class ProgrammeSessions {
    private static final String NEW_SESSION = """
            insert into session (title, abstract, track, room, starts_at, ends_at, type, language, start_instant,
                                 end_instant, updated_at, id, version, event_id, external_id, tags, status, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, '{}', 'ACTIVE', ?)
            """;

    private static final String CHANGED_SESSION = """
            update session
            set    title = ?, abstract = ?, track = ?, room = ?, starts_at = ?, ends_at = ?, type = ?, language = ?,
                   start_instant = ?, end_instant = ?, updated_at = ?, version = version + 1
            where  id = ?
            """;

    private static final String REMOVED = """
            update session
            set    status = 'REMOVED', version = version + 1, updated_at = ?
            where  id = any(?::uuid[])
            """;

    private static final String SAID = """
            insert into session_schedule (session_id, said)
            values (?, ?::jsonb)
            on conflict (session_id) do update set said = excluded.said
            """;

    /** Roles that somebody gave here are not in the file: who stays keeps theirs. */
    private static final String OTHER_PARTS =
            "delete from session_speaker where session_id = ? and speaker_id <> all (?::uuid[])";

    private static final String PART = """
            insert into session_speaker (session_id, speaker_id, role, position)
            values (?, ?, 'SPEAKER', ?)
            on conflict (session_id, speaker_id) do update set position = excluded.position
            """;

    /** What was there keeps its place: what a file adds comes after it. */
    private static final String RESOURCE = """
            insert into session_resource (session_id, position, kind, url)
            values (?, ?, 'OTHER', ?)
            on conflict (session_id, position) do nothing
            """;

    private final Sql sql;

    ProgrammeSessions(Sql sql) {
        this.sql = sql;
    }

    void insert(Event event, List<SessionWrite> sessions, Instant now) {
        sql.batch(
                NEW_SESSION,
                sessions.stream()
                        .map(session -> row(content(event, session, now), event.id(), session.key(), now))
                        .toList());
        parts(sessions);
    }

    void update(Event event, List<SessionWrite> sessions, Instant now) {
        sql.batch(
                CHANGED_SESSION,
                sessions.stream()
                        .map(session -> row(content(event, session, now)))
                        .toList());
        sql.batch(
                OTHER_PARTS,
                sessions.stream()
                        .map(session ->
                                new Object[] {session.id(), session.content().speakers()})
                        .toList());
        parts(sessions);
    }

    void remove(List<UUID> sessions, Instant now) {
        if (!sessions.isEmpty()) {
            sql.update(REMOVED, now, sessions);
        }
    }

    private void parts(List<SessionWrite> sessions) {
        var parts = new ArrayList<Object[]>();
        var said = new ArrayList<Object[]>();
        var resources = new ArrayList<Object[]>();
        for (SessionWrite session : sessions) {
            List<UUID> speakers = session.content().speakers();
            for (int i = 0; i < speakers.size(); i++) {
                parts.add(new Object[] {session.id(), speakers.get(i), i});
            }
            List<String> addresses = session.content().resources();
            for (int i = 0; i < addresses.size(); i++) {
                resources.add(new Object[] {session.id(), i, addresses.get(i)});
            }
            if (session.content().said() != null) {
                said.add(new Object[] {session.id(), session.content().said().json()});
            }
        }
        sql.batch(PART, parts);
        sql.batch(RESOURCE, resources);
        sql.batch(SAID, said);
    }

    private static List<Object> content(Event event, SessionWrite session, Instant now) {
        var c = session.content();
        var period = new Period(c.startsAt(), c.endsAt(), event.period().zone());
        // Not List.of: most of these may be null.
        return Arrays.asList(
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
                session.id());
    }

    private static Object[] row(List<Object> content, Object... more) {
        return Stream.concat(content.stream(), Arrays.stream(more)).toArray();
    }
}
