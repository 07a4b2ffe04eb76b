package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.person.PeopleBulk;
import rapport.events.person.PersonDetails;
import rapport.kit.id.Ids;

/**
 * Keeps the registrations of a file. Key is the external id, else the address; blanks never overwrite; a cancelled
 * registration stays cancelled.
 */
@ApplicationScoped
class RegistrationImport {
    private final RegistrationCsv csv;
    private final RegistrationRepository registrations;
    private final PeopleBulk people;
    private final RegistrationPublisher publisher;
    private final Clock clock;

    RegistrationImport(
            RegistrationCsv csv,
            RegistrationRepository registrations,
            PeopleBulk people,
            RegistrationPublisher publisher,
            Clock clock) {
        this.csv = csv;
        this.registrations = registrations;
        this.people = people;
        this.publisher = publisher;
        this.clock = clock;
    }

    void run(Event event, byte[] file, ImportLog log) {
        var present = new Present(registrations.lockAll(event.id()));
        List<RegistrationCsv.Entry> usable = withoutConflicts(csv.read(file, log), present, log);
        Map<String, PersonDetails> told = new LinkedHashMap<>();
        usable.forEach(entry -> told.put(entry.address(), entry.request().person()));
        Map<String, UUID> persons = people.withAddresses(told);
        long confirmed = present.confirmed;
        var changed = new ArrayList<UUID>();
        for (RegistrationCsv.Entry entry : usable) {
            UUID personId = persons.get(entry.address());
            if (personId == null) {
                log.add(entry.line(), ImportLog.REGISTRATION, entry.key(), Outcome.CONFLICT, "person-erased");
                continue;
            }
            Registration known = present.byPerson.get(personId);
            if (known != null) {
                boolean news = known.again(entry.request(), known.status(), clock.instant());
                log.add(entry.line(), ImportLog.REGISTRATION, entry.key(), news ? Outcome.UPDATE : Outcome.SKIP);
                if (news) {
                    changed.add(known.id());
                }
                continue;
            }
            boolean free = event.capacity() == null || confirmed < event.capacity();
            confirmed += free ? 1 : 0;
            var registrant = new Registrant(event.id(), personId, entry.address());
            var status = free ? RegistrationStatus.CONFIRMED : RegistrationStatus.WAITLISTED;
            var added = new Registration(Ids.next(), registrant, entry.request(), status, clock.instant());
            registrations.persist(added);
            present.byPerson.put(personId, added);
            changed.add(added.id());
            log.add(entry.line(), ImportLog.REGISTRATION, entry.key(), Outcome.CREATE);
        }
        publisher.publish(changed);
    }

    /** Rows whose external id and address point to different registrations need somebody who knows. */
    private static List<RegistrationCsv.Entry> withoutConflicts(
            List<RegistrationCsv.Entry> entries, Present present, ImportLog log) {
        var usable = new ArrayList<RegistrationCsv.Entry>();
        for (RegistrationCsv.Entry entry : entries) {
            String externalId = entry.request().externalId();
            Registration byId = present.byExternalId.get(externalId);
            Registration byAddress = present.byAddress.get(entry.address());
            if (byId != null && !byId.email().equals(entry.address())) {
                log.add(entry.line(), ImportLog.REGISTRATION, entry.key(), Outcome.CONFLICT, "another-address");
            } else if (byAddress != null
                    && externalId != null
                    && byAddress.externalId() != null
                    && !byAddress.externalId().equals(externalId)) {
                log.add(entry.line(), ImportLog.REGISTRATION, entry.key(), Outcome.CONFLICT, "another-external-id");
            } else {
                usable.add(entry);
            }
        }
        return usable;
    }

    private static final class Present {
        private final Map<String, Registration> byExternalId = new HashMap<>();
        private final Map<String, Registration> byAddress = new HashMap<>();
        private final Map<UUID, Registration> byPerson = new HashMap<>();
        private long confirmed;

        Present(List<Registration> registrations) {
            for (Registration registration : registrations) {
                byExternalId.put(registration.externalId(), registration);
                byAddress.put(registration.email(), registration);
                byPerson.put(registration.personId(), registration);
                confirmed += registration.status() == RegistrationStatus.CONFIRMED ? 1 : 0;
            }
            byExternalId.remove(null);
        }
    }
}
