package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapport.events.event.Event;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.imports.TableFile;
import rapport.events.imports.TableRow;
import rapport.events.person.PeopleBulk;
import rapport.events.speaker.SpeakerRows.Entry;
import rapport.kit.problem.Fault;

/**
 * Keeps the speakers of a file. Key is the external id, else the id of our own export, else ORCID, else the address. A list
 * with a row per session says the same of a speaker again and again: that is no conflict.
 */
@ApplicationScoped
class SpeakerImport {
    private static final Fault TWICE =
            new Fault("", "twice-in-the-file", "An earlier row says something else about the same speaker.");
    private static final Fault REMOVED =
            new Fault("", "removed", "The speaker was removed here and is not brought back.");

    private static final Fault MERGED = new Fault("", "merged", "The speaker was merged into another one.");

    private final SpeakerRows rows;
    private final SpeakerRepository speakers;
    private final SpeakerBatch batch;
    private final PeopleBulk people;

    SpeakerImport(SpeakerRows rows, SpeakerRepository speakers, SpeakerBatch batch, PeopleBulk people) {
        this.rows = rows;
        this.speakers = speakers;
        this.batch = batch;
        this.people = people;
    }

    void run(Event event, TableFile file, ImportLog log) {
        people.takeTurns();
        var known = new KnownSpeakers(speakers.lockAll(event.id()));
        file.read(SpeakerRows.COLUMNS, log, together -> keep(event, together, known, log));
    }

    private void keep(Event event, List<TableRow> together, KnownSpeakers known, ImportLog log) {
        var added = new ArrayList<Entry>();
        var present = new ArrayList<SpeakerBatch.Meeting>();
        for (TableRow row : together) {
            Entry entry = rows.entry(row);
            if (entry == null) {
                log.add(row.number(), ImportLog.SPEAKER, SpeakerRows.key(row), Outcome.ERROR, row.faults());
                continue;
            }
            Optional<NewSpeaker> before = known.saidBefore(entry);
            if (before.isPresent()) {
                repeated(entry, before.get(), log);
                continue;
            }
            Optional<Speaker> speaker = known.find(entry);
            if (speaker.isEmpty()) {
                added.add(entry);
            } else if (speaker.get().mergedInto() != null) {
                log.add(entry.row(), ImportLog.SPEAKER, entry.key(), Outcome.SKIP, MERGED);
            } else if (speaker.get().status() == SpeakerStatus.REMOVED) {
                log.add(entry.row(), ImportLog.SPEAKER, entry.key(), Outcome.CONFLICT, REMOVED);
            } else {
                present.add(new SpeakerBatch.Meeting(entry, speaker.get()));
            }
        }
        batch.keep(event, added, present, known, log);
    }

    private static void repeated(Entry entry, NewSpeaker before, ImportLog log) {
        if (before.equals(entry.request())) {
            log.add(entry.row(), ImportLog.SPEAKER, entry.key(), Outcome.SKIP);
        } else {
            log.add(entry.row(), ImportLog.SPEAKER, entry.key(), Outcome.CONFLICT, TWICE);
        }
    }
}
