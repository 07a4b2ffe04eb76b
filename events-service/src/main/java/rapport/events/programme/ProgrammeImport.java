package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import rapport.events.event.Event;
import rapport.events.imports.ImportFormat;
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

    /** @param removeMissing whether sessions of earlier files that this one does not mention are removed */
    record File(byte[] content, ImportFormat format, boolean removeMissing) {
        Programme read(ZoneId zone) {
            return format == ImportFormat.SCHEDULE_JSON
                    ? ScheduleJson.read(content, zone)
                    : ScheduleXml.read(new ByteArrayInputStream(content), zone);
        }
    }

    void run(Event event, File file, ImportLog log) {
        Programme programme = file.read(event.period().zone());
        var plan = new ProgrammePlan(event.period(), log);
        plan.speakers(programme, stored.speakers(event.id()));
        plan.sessions(programme.talks(), stored.sessions(event.id()), file.removeMissing());
        writer.write(event, plan);
    }
}
