package rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.event.Period;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.imports.TableFile;
import rapport.events.session.SessionRows.Entry;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;
import rapport.kit.problem.Fault;

/** Keeps the sessions of a file. Key is the external id, else the id of our own export, else title and start together. */
@ApplicationScoped
class SessionImport {
    private static final Fault TWICE = new Fault("", "twice-in-the-file", "An earlier row is about the same session.");
    private static final Fault REMOVED =
            new Fault("", "removed", "The session was removed here and is not brought back.");

    private static final Fault OUTSIDE = new Fault("", "outside-the-event", "The session is not within the event.");

    private static final String SPEAKERS = """
            select id, external_id, email, display_name
            from   speaker
            where  event_id = ? and status = 'ACTIVE'
            """;

    private final SessionRows rows;
    private final SessionRepository sessions;
    private final SessionPublisher publisher;
    private final Sql sql;
    private final Clock clock;

    SessionImport(SessionRows rows, SessionRepository sessions, SessionPublisher publisher, Sql sql, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.publisher = publisher;
        this.sql = sql;
        this.clock = clock;
    }

    void run(Event event, TableFile file, ImportLog log) {
        Map<String, Session> known = new HashMap<>();
        sessions.ofEvent(event.id()).forEach(session -> remember(known, session));
        var speakers = new SpeakerIndex(speakers(event.id()));
        Set<UUID> seen = new HashSet<>();
        file.read(SessionRows.COLUMNS, log, together -> {
            Set<UUID> changed = new HashSet<>();
            together.forEach(row -> {
                Entry entry = rows.entry(row, event.period().zone(), speakers);
                if (entry == null) {
                    log.add(row.number(), ImportLog.SESSION, SessionRows.key(row), Outcome.ERROR, row.faults());
                } else {
                    keep(event, entry, known, seen, changed, log);
                }
            });
            publisher.publish(changed);
        });
    }

    private void keep(
            Event event, Entry entry, Map<String, Session> known, Set<UUID> seen, Set<UUID> changed, ImportLog log) {
        Session session = find(known, entry);
        if (session != null && !seen.add(session.id())) {
            log.add(entry.row(), ImportLog.SESSION, entry.key(), Outcome.CONFLICT, TWICE);
            return;
        }
        if (session != null && session.status() == SessionStatus.REMOVED) {
            log.add(entry.row(), ImportLog.SESSION, entry.key(), Outcome.CONFLICT, REMOVED);
            return;
        }
        List<Fault> remarks = remarks(event, entry);
        if (session == null) {
            session = new Session(Ids.next(), event.id(), event.period(), entry.request(), clock.instant());
            sessions.persist(session);
            remember(known, session);
            seen.add(session.id());
            changed.add(session.id());
            log.add(entry.row(), ImportLog.SESSION, entry.key(), Outcome.CREATE, remarks);
        } else if (session.learn(entry.request(), event.period(), clock.instant())) {
            changed.add(session.id());
            log.add(entry.row(), ImportLog.SESSION, entry.key(), Outcome.UPDATE, remarks);
        } else {
            log.add(entry.row(), ImportLog.SESSION, entry.key(), Outcome.SKIP, remarks);
        }
    }

    /** Real programmes overrun their event by some minutes: that is worth a remark, not the loss of a session. */
    private static List<Fault> remarks(Event event, Entry entry) {
        NewSession request = entry.request();
        boolean within = event.period()
                .contains(new Period(
                        request.startsAt(), request.endsAt(), event.period().zone()));
        return within ? List.of() : List.of(OUTSIDE);
    }

    private List<SpeakerIndex.Named> speakers(UUID eventId) {
        return sql.query(
                SPEAKERS,
                row -> new SpeakerIndex.Named(
                        Sql.id(row, "id"),
                        row.getString("external_id"),
                        row.getString("email"),
                        row.getString("display_name")),
                eventId);
    }

    private static Session find(Map<String, Session> known, Entry entry) {
        NewSession request = entry.request();
        for (String key : new String[] {
            "external:" + request.externalId(), "external:" + entry.sessionId(), "id:" + entry.sessionId()
        }) {
            if (known.containsKey(key)) {
                return known.get(key);
            }
        }
        return request.externalId() == null && entry.sessionId() == null
                ? known.get("at:" + request.startsAt() + " " + request.title())
                : null;
    }

    private static void remember(Map<String, Session> known, Session session) {
        known.put("id:" + session.id(), session);
        known.put("at:" + session.startsAt() + " " + session.title(), session);
        if (session.externalId() != null) {
            known.put("external:" + session.externalId(), session);
        }
    }
}
