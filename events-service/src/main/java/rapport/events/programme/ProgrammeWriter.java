package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import rapport.events.event.Event;
import rapport.events.person.PersonPublisher;
import rapport.events.session.SessionPublisher;
import rapport.events.speaker.SpeakerPublisher;

/** Writes what an import has decided, then the messages. */
@ApplicationScoped
class ProgrammeWriter {
    private final ProgrammeSpeakers speakerRows;
    private final ProgrammeSessions sessionRows;
    private final PersonPublisher people;
    private final SpeakerPublisher speakers;
    private final SessionPublisher sessions;
    private final Clock clock;

    ProgrammeWriter(
            ProgrammeSpeakers speakerRows,
            ProgrammeSessions sessionRows,
            PersonPublisher people,
            SpeakerPublisher speakers,
            SessionPublisher sessions,
            Clock clock) {
        this.speakerRows = speakerRows;
        this.sessionRows = sessionRows;
        this.people = people;
        this.speakers = speakers;
        this.sessions = sessions;
        this.clock = clock;
    }

    void write(Event event, ProgrammePlan plan) {
        Instant now = clock.instant();
        speakerRows.insert(event, plan.newSpeakers, now);
        List<UUID> renamed = speakerRows.update(plan.changedSpeakers, now);
        sessionRows.insert(event, plan.newSessions, now);
        sessionRows.update(event, plan.changedSessions, now);
        sessionRows.remove(plan.removedSessions, now);
        people.publish(all(ids(plan.newSpeakers, ProgrammePlan.SpeakerWrite::personId), renamed));
        speakers.publish(all(
                ids(plan.newSpeakers, ProgrammePlan.SpeakerWrite::id),
                ids(plan.changedSpeakers, ProgrammePlan.SpeakerWrite::id)));
        sessions.publish(all(ids(plan.writtenSessions(), ProgrammePlan.SessionWrite::id), plan.removedSessions));
    }

    private static <T> List<UUID> ids(List<T> writes, Function<T, UUID> id) {
        return writes.stream().map(id).toList();
    }

    private static List<UUID> all(Collection<UUID> some, Collection<UUID> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
