package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import rapport.events.event.Event;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.imports.TableFile;
import rapport.events.imports.TableRow;
import rapport.events.person.PeopleBulk;
import rapport.kit.problem.Fault;

/**
 * Keeps the registrations of a file. Key is the external id, else the address; blanks never overwrite; a cancelled
 * registration stays cancelled. The rows are written together, a thousand at a time.
 */
@ApplicationScoped
class RegistrationImport {
    private static final Fault TWICE =
            new Fault("", "twice-in-the-file", "An earlier row has the same address or external id.");

    private final RegistrationRows rows;
    private final RegistrationBatch batch;
    private final Places places;
    private final PeopleBulk people;

    RegistrationImport(RegistrationRows rows, RegistrationBatch batch, Places places, PeopleBulk people) {
        this.rows = rows;
        this.batch = batch;
        this.places = places;
        this.people = people;
    }

    void run(Event event, TableFile file, ImportLog log) {
        people.takeTurns();
        var sofar = new FileSoFar(places.left(event));
        file.read(RegistrationRows.COLUMNS, log, together -> {
            var usable = together.stream()
                    .map(row -> usable(row, sofar, log))
                    .filter(Objects::nonNull)
                    .toList();
            batch.keep(event.id(), usable, sofar, log);
        });
    }

    private RegistrationRows.Entry usable(TableRow row, FileSoFar sofar, ImportLog log) {
        RegistrationRows.Entry entry = rows.entry(row);
        if (entry == null) {
            log.add(row.number(), ImportLog.REGISTRATION, RegistrationRows.key(row), Outcome.ERROR, row.faults());
            return null;
        }
        if (!sofar.isNew(entry.address(), entry.request().externalId())) {
            log.add(row.number(), ImportLog.REGISTRATION, entry.key(), Outcome.CONFLICT, TWICE);
            return null;
        }
        return entry;
    }
}
