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
import rapport.events.programme.StoredProgramme.Content;
import rapport.events.programme.StoredProgramme.StoredSession;
import rapport.events.programme.StoredProgramme.StoredSpeaker;
import rapport.kit.id.Ids;
import rapport.kit.problem.Fault;

/**
 * Decides, without touching the database, what a file changes in a stored programme. Sessions and speakers are known by the
 * external id, else by our own id, which is what our export says where there is no external one.
 */
final class ProgrammePlan {
    private static final Fault REMOVED = new Fault("", "removed", "It was removed here and is not brought back.");

    record SpeakerWrite(UUID id, UUID personId, String key, String name, String bio) {}

    record SessionWrite(UUID id, String key, Content content) {}

    final List<SpeakerWrite> newSpeakers = new ArrayList<>();
    final List<SpeakerWrite> changedSpeakers = new ArrayList<>();
    final List<SessionWrite> newSessions = new ArrayList<>();
    final List<SessionWrite> changedSessions = new ArrayList<>();
    final List<UUID> removedSessions = new ArrayList<>();

    private final Map<String, UUID> speakerIds = new HashMap<>();
    private final Period event;
    private final ImportLog log;

    ProgrammePlan(Period event, ImportLog log) {
        this.event = event;
        this.log = log;
    }

    List<SessionWrite> writtenSessions() {
        var all = new ArrayList<>(newSessions);
        all.addAll(changedSessions);
        return all;
    }

    void speakers(Programme programme, List<StoredSpeaker> stored) {
        Map<String, StoredSpeaker> known = new HashMap<>();
        stored.forEach(speaker -> known.put(speaker.ownId().toString(), speaker));
        stored.stream()
                .filter(speaker -> speaker.externalId() != null)
                .forEach(speaker -> known.put(speaker.externalId(), speaker));
        int row = 0;
        for (var person : programme.people().entrySet()) {
            String key = person.getKey();
            speaker(++row, key, person.getValue(), programme.bios().get(key), known.get(key));
        }
    }

    private void speaker(int row, String key, String name, String bio, StoredSpeaker known) {
        if (known == null) {
            var added = new SpeakerWrite(Ids.next(), Ids.next(), key, name, bio);
            newSpeakers.add(added);
            speakerIds.put(key, added.id());
            log.add(row, ImportLog.SPEAKER, key, Outcome.CREATE);
            return;
        }
        if (known.removed()) {
            log.add(row, ImportLog.SPEAKER, key, Outcome.CONFLICT, REMOVED);
            return;
        }
        speakerIds.put(key, known.id());
        String newName = Merge.text(name, known.name());
        String newBio = Merge.text(bio, known.bio());
        boolean changed =
                !known.merged() && !(newName.equals(known.name()) && java.util.Objects.equals(newBio, known.bio()));
        log.add(row, ImportLog.SPEAKER, key, changed ? Outcome.UPDATE : Outcome.SKIP);
        if (changed) {
            changedSpeakers.add(new SpeakerWrite(known.id(), known.personId(), key, newName, newBio));
        }
    }

    /** @param removeMissing whether sessions of earlier files that this one does not mention are removed */
    void sessions(List<Programme.Talk> talks, List<StoredSession> stored, boolean removeMissing) {
        Map<String, StoredSession> known = new HashMap<>();
        stored.forEach(session -> known.put(session.id().toString(), session));
        stored.stream()
                .filter(session -> session.externalId() != null)
                .forEach(session -> known.put(session.externalId(), session));
        Set<String> seen = new HashSet<>();
        Set<UUID> mentioned = new HashSet<>();
        for (Programme.Talk talk : talks) {
            StoredSession session = known.get(talk.key());
            boolean first = session == null ? seen.add(talk.key()) : mentioned.add(session.id());
            Fault fault = first ? TalkFaults.of(talk, event) : TalkFaults.TWICE;
            if (fault != null) {
                log.add(talk.row(), ImportLog.SESSION, talk.key(), Outcome.ERROR, fault);
            } else {
                session(talk, session);
            }
        }
        stored.stream()
                .filter(session -> session.isFromSchedule() && !session.removed() && !mentioned.contains(session.id()))
                .forEach(session -> missing(session, removeMissing));
    }

    private void missing(StoredSession session, boolean remove) {
        String key = session.externalId() == null ? session.id().toString() : session.externalId();
        log.missing(ImportLog.SESSION, key, remove);
        if (remove) {
            removedSessions.add(session.id());
        }
    }

    private void session(Programme.Talk talk, StoredSession known) {
        List<Fault> remarks = TalkFaults.remarks(talk, event);
        if (known == null) {
            newSessions.add(new SessionWrite(Ids.next(), talk.key(), content(talk)));
            log.add(talk.row(), ImportLog.SESSION, talk.key(), Outcome.CREATE, remarks);
            return;
        }
        if (known.removed()) {
            log.add(talk.row(), ImportLog.SESSION, talk.key(), Outcome.CONFLICT, REMOVED);
            return;
        }
        Content merged = Merge.of(content(talk), known.content());
        boolean changed = !merged.equals(known.content());
        log.add(talk.row(), ImportLog.SESSION, talk.key(), changed ? Outcome.UPDATE : Outcome.SKIP, remarks);
        if (changed) {
            changedSessions.add(new SessionWrite(known.id(), talk.key(), merged));
        }
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
                talk.resources(),
                talk.people().stream()
                        .map(speakerIds::get)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList(),
                talk.said());
    }
}
