package rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import rapport.events.event.EventRepository;
import rapport.events.event.EventRezoned;
import rapport.events.sql.Sql;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;

@ApplicationScoped
class SessionService {
    private final SessionRepository sessions;
    private final EventRepository events;
    private final SessionPublisher publisher;
    private final Sql sql;
    private final Clock clock;

    SessionService(
            SessionRepository sessions, EventRepository events, SessionPublisher publisher, Sql sql, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.publisher = publisher;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    Session create(UUID eventId, NewSession request) {
        var event = events.lock(eventId);
        event.requireOpen();
        requireSpeakers(eventId, request.speakers());
        if (sessions.externalIdTaken(eventId, request.externalId())) {
            throw new SessionRefused.ExternalIdTaken();
        }
        var session = new Session(Ids.next(), eventId, event.period(), request, clock.instant());
        session.requireWithin(event.period());
        sessions.persist(session);
        publisher.publish(List.of(session.id()));
        return session;
    }

    @Transactional
    Session change(UUID eventId, UUID id, String ifMatch, SessionChange change) {
        var event = events.lock(eventId);
        event.requireOpen();
        Session session = sessions.lock(eventId, id);
        ETags.require(ifMatch, session.version());
        requireSpeakers(eventId, change.speakers().or(null));
        session.change(change, event.period(), clock.instant());
        if (change.startsAt().isPresent() || change.endsAt().isPresent()) {
            session.requireWithin(event.period());
        }
        publisher.publish(List.of(id));
        return session;
    }

    @Transactional
    void remove(UUID eventId, UUID id) {
        events.lock(eventId).requireOpen();
        sessions.lock(eventId, id).remove(clock.instant());
        publisher.publish(List.of(id));
    }

    void onRezoned(@Observes EventRezoned event) {
        List<Session> moved = sessions.ofEvent(event.eventId());
        moved.forEach(session -> session.rezone(event.zone(), clock.instant()));
        publisher.publish(moved.stream().map(Session::id).toList());
    }

    private void requireSpeakers(UUID eventId, List<SessionSpeaker> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return;
        }
        List<UUID> ids = wanted.stream().map(SessionSpeaker::speakerId).toList();
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new SessionRefused.SpeakerTwice();
        }
        List<UUID> known = sql.query(
                "select id from speaker where event_id = ? and status = 'ACTIVE' and id = any(?)",
                row -> Sql.id(row, "id"),
                eventId,
                ids);
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                throw new SessionRefused.UnknownSpeaker(i);
            }
        }
    }
}
