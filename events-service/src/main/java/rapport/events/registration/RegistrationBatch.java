package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.person.PeopleBulk;
import rapport.events.person.PersonDetails;
import rapport.events.registration.RegistrationRows.Entry;
import rapport.events.registration.RegistrationTable.Stored;
import rapport.events.registration.RegistrationTable.Write;
import rapport.kit.id.Ids;
import rapport.kit.problem.Fault;

/** Writes registrations of a file together: compare, find the people, insert, update, publish. */
@ApplicationScoped
class RegistrationBatch {
    private static final Fault ANOTHER_ADDRESS =
            new Fault("", "another-address", "This external id belongs to a registration with another address.");
    private static final Fault ANOTHER_ID =
            new Fault("", "another-external-id", "This address belongs to a registration with another external id.");
    private static final Fault SAME_PERSON =
            new Fault("", "twice-in-the-file", "An earlier row is about the same person, by another address.");

    private static final Fault ERASED =
            new Fault("", "person-erased", "This person had their data erased and has not come back.");

    private final RegistrationTable table;
    private final PeopleBulk people;
    private final RegistrationPublisher publisher;
    private final Clock clock;

    RegistrationBatch(RegistrationTable table, PeopleBulk people, RegistrationPublisher publisher, Clock clock) {
        this.table = table;
        this.people = people;
        this.publisher = publisher;
        this.clock = clock;
    }

    void keep(UUID eventId, List<Entry> entries, FileSoFar sofar, ImportLog log) {
        List<Entry> usable = withoutConflicts(eventId, entries, log);
        Map<String, PersonDetails> told = new LinkedHashMap<>();
        usable.forEach(entry -> told.put(entry.address(), entry.request().person()));
        Map<String, UUID> persons = people.withAddresses(told);
        Map<UUID, Stored> known = new HashMap<>();
        table.ofPeople(eventId, persons.values()).forEach(stored -> known.put(stored.personId(), stored));
        var added = new ArrayList<Write>();
        var present = new ArrayList<Write>();
        for (Entry entry : usable) {
            UUID person = persons.get(entry.address());
            if (person == null) {
                log.add(entry.row(), ImportLog.REGISTRATION, entry.key(), Outcome.CONFLICT, ERASED);
            } else if (!sofar.isNew(person)) {
                log.add(entry.row(), ImportLog.REGISTRATION, entry.key(), Outcome.CONFLICT, SAME_PERSON);
            } else if (known.containsKey(person)) {
                present.add(new Write(known.get(person).id(), person, entry, null));
            } else {
                added.add(new Write(Ids.next(), person, entry, sofar.nextPlace()));
                log.add(entry.row(), ImportLog.REGISTRATION, entry.key(), Outcome.CREATE);
            }
        }
        write(eventId, added, present, log);
    }

    private void write(UUID eventId, List<Write> added, List<Write> present, ImportLog log) {
        table.insert(eventId, added, clock.instant());
        Set<UUID> changed = new HashSet<>(table.update(present, clock.instant()));
        for (Write write : present) {
            Outcome outcome = changed.contains(write.id()) ? Outcome.UPDATE : Outcome.SKIP;
            log.add(write.entry().row(), ImportLog.REGISTRATION, write.entry().key(), outcome);
        }
        added.forEach(write -> changed.add(write.id()));
        publisher.publish(changed);
    }

    /** Rows whose external id and address point to different registrations need somebody who knows. */
    private List<Entry> withoutConflicts(UUID eventId, List<Entry> entries, ImportLog log) {
        Map<String, Stored> byExternalId = new HashMap<>();
        Map<String, Stored> byAddress = new HashMap<>();
        var externalIds = entries.stream()
                .map(entry -> entry.request().externalId())
                .filter(Objects::nonNull)
                .toList();
        table.named(eventId, entries.stream().map(Entry::address).toList(), externalIds)
                .forEach(stored -> {
                    byAddress.put(stored.email(), stored);
                    if (stored.externalId() != null) {
                        byExternalId.put(stored.externalId(), stored);
                    }
                });
        var usable = new ArrayList<Entry>();
        for (Entry entry : entries) {
            Fault conflict = conflict(entry, byExternalId, byAddress);
            if (conflict == null) {
                usable.add(entry);
            } else {
                log.add(entry.row(), ImportLog.REGISTRATION, entry.key(), Outcome.CONFLICT, conflict);
            }
        }
        return usable;
    }

    private static Fault conflict(Entry entry, Map<String, Stored> byExternalId, Map<String, Stored> byAddress) {
        String externalId = entry.request().externalId();
        Stored sameId = externalId == null ? null : byExternalId.get(externalId);
        Stored sameAddress = byAddress.get(entry.address());
        if (sameId != null && !sameId.email().equals(entry.address())) {
            return ANOTHER_ADDRESS;
        }
        boolean otherId = sameAddress != null
                && externalId != null
                && sameAddress.externalId() != null
                && !sameAddress.externalId().equals(externalId);
        return otherId ? ANOTHER_ID : null;
    }
}
