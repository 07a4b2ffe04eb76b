package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import rapport.events.event.Event;
import rapport.events.imports.ImportLog;

/** Brings the programme of a schedule file into an event: read, compare, write. */
@ApplicationScoped
class ProgrammeImport {
    private final StoredProgramme stored;
    private final ProgrammeWriter writer;

    ProgrammeImport(StoredProgramme stored, ProgrammeWriter writer) {
        this.stored = stored;
        this.writer = writer;
    }

    void run(Event event, InputStream file, ImportLog log) {
        Programme programme = ScheduleXml.read(file, event.period().zone());
        var plan = new ProgrammePlan(event.period(), log);
        plan.speakers(programme.people(), stored.speakers(event.id()));
        plan.sessions(programme.talks(), stored.sessions(event.id()));
        writer.write(event, plan);
    }
}
