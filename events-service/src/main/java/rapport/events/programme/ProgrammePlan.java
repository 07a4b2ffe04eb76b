package rapport.events.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.events.event.Period;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.person.Known;
import rapport.events.programme.StoredProgramme.Content;
import rapport.events.programme.StoredProgramme.StoredSession;
import rapport.events.programme.StoredProgramme.StoredSpeaker;
import rapport.kit.id.Ids;

/** Decides, without touching the database, what a file changes in a stored programme. Blanks never overwrite. */
final class ProgrammePlan {
    record SpeakerWrite(UUID id, UUID personId, String key, String name) {}

    record SessionWrite(UUID id, String key, Content content) {}

    final List<SpeakerWrite> newSpeakers = new ArrayList<>();
    final List<SpeakerWrite> renamedSpeakers = new ArrayList<>();
    final List<SessionWrite> newSessions = new ArrayList<>();
    final List<SessionWrite> changedSessions = new ArrayList<>();

    private final Map<String, UUID> speakerIds = new HashMap<>();
    private final Period event;
    private final ImportLog log;

    ProgrammePlan(Period event, ImportLog log) {
        this.event = event;
        this.log = log;
    }

    List<SessionWrite> allSessions() {
        var all = new ArrayList<>(newSessions);
        all.addAll(changedSessions);
        return all;
    }

    void speakers(Map<String, String> people, Map<String, StoredSpeaker> stored) {
        int row = 0;
        for (var person : people.entrySet()) {
            row++;
            String key = person.getKey();
            StoredSpeaker known = stored.get(key);
            if (known == null) {
                var added = new SpeakerWrite(Ids.next(), Ids.next(), key, person.getValue());
                newSpeakers.add(added);
                speakerIds.put(key, added.id());
                log.add(row, ImportLog.SPEAKER, key, Outcome.CREATE);
            } else if (known.removed()) {
                log.add(row, ImportLog.SPEAKER, key, Outcome.CONFLICT, "removed");
            } else {
                speakerIds.put(key, known.id());
                boolean renamed = !known.merged() && !known.name().equals(person.getValue());
                log.add(row, ImportLog.SPEAKER, key, renamed ? Outcome.UPDATE : Outcome.SKIP);
                if (renamed) {
                    renamedSpeakers.add(new SpeakerWrite(known.id(), known.personId(), key, person.getValue()));
                }
            }
        }
    }

    void sessions(List<Programme.Talk> talks, Map<String, StoredSession> stored) {
        Set<String> seen = new HashSet<>();
        for (Programme.Talk talk : talks) {
            String fault = fault(talk, seen);
            if (fault != null) {
                log.add(talk.row(), ImportLog.SESSION, talk.key(), Outcome.ERROR, fault);
            } else {
                session(talk, stored.get(talk.key()));
            }
        }
    }

    private void session(Programme.Talk talk, StoredSession known) {
        if (known == null) {
            newSessions.add(new SessionWrite(Ids.next(), talk.key(), content(talk)));
            log.add(talk.row(), ImportLog.SESSION, talk.key(), Outcome.CREATE, warning(talk));
            return;
        }
        if (known.removed()) {
            log.add(talk.row(), ImportLog.SESSION, talk.key(), Outcome.CONFLICT, "removed");
            return;
        }
        Content merged = merged(content(talk), known.content());
        boolean changed = !merged.equals(known.content());
        log.add(talk.row(), ImportLog.SESSION, talk.key(), changed ? Outcome.UPDATE : Outcome.SKIP);
        if (changed) {
            changedSessions.add(new SessionWrite(known.id(), talk.key(), merged));
        }
    }

    private String fault(Programme.Talk talk, Set<String> seen) {
        if (talk.fault() != null) {
            return talk.fault();
        }
        if (!seen.add(talk.key())) {
            return "twice-in-the-file";
        }
        if (!talk.startsAt().isBefore(talk.endsAt())) {
            return "ends-before-start";
        }
        return null;
    }

    /** Real programmes overrun their event by some minutes: that is worth a remark, not the loss of a session. */
    private String warning(Programme.Talk talk) {
        boolean outside =
                talk.startsAt().isBefore(event.startsAt()) || talk.endsAt().isAfter(event.endsAt());
        return outside ? "outside-the-event" : null;
    }

    private Content content(Programme.Talk talk) {
        return new Content(
                talk.title(),
                talk.abstractText(),
                talk.track(),
                talk.room(),
                talk.startsAt(),
                talk.endsAt(),
                talk.type(),
                talk.language(),
                talk.people().stream()
                        .map(speakerIds::get)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static Content merged(Content told, Content known) {
        return new Content(
                Known.first(told.title(), known.title()),
                Known.first(told.abstractText(), known.abstractText()),
                Known.first(told.track(), known.track()),
                Known.first(told.room(), known.room()),
                told.startsAt(),
                told.endsAt(),
                Known.first(told.type(), known.type()),
                Known.first(told.language(), known.language()),
                told.speakers().isEmpty() ? known.speakers() : told.speakers());
    }
}
