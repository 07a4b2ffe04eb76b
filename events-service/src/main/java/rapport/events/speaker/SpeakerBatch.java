package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.person.PeopleBulk;
import rapport.events.person.PersonDetails;
import rapport.events.speaker.SpeakerRows.Entry;
import rapport.kit.id.Ids;
import rapport.kit.problem.Fault;

/** Writes speakers of a file together: find or create the people, then the speakers, then the messages. */
@ApplicationScoped
class SpeakerBatch {
    private static final Fault ERASED =
            new Fault("", "person-erased", "This person had their data erased and has not come back.");

    private final SpeakerRepository speakers;
    private final SpeakerIdentity identity;
    private final PeopleBulk people;
    private final SpeakerPublisher publisher;
    private final Clock clock;

    SpeakerBatch(
            SpeakerRepository speakers,
            SpeakerIdentity identity,
            PeopleBulk people,
            SpeakerPublisher publisher,
            Clock clock) {
        this.speakers = speakers;
        this.identity = identity;
        this.people = people;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A row about a speaker who is there. */
    record Meeting(Entry entry, Speaker speaker) {}

    void keep(Event event, List<Entry> added, List<Meeting> present, KnownSpeakers known, ImportLog log) {
        Set<UUID> changed = new LinkedHashSet<>();
        var meetings = new ArrayList<>(present);
        Map<Entry, UUID> persons = persons(event, added);
        for (Entry entry : added) {
            if (persons.get(entry) == null) {
                log.add(entry.row(), ImportLog.SPEAKER, entry.key(), Outcome.CONFLICT, ERASED);
                continue;
            }
            Optional<Speaker> other = known.ofPerson(persons.get(entry));
            if (other.isPresent()) {
                meetings.add(new Meeting(entry, other.get()));
                continue;
            }
            var place = new SpeakerPlace(event.id(), persons.get(entry), event.contactMode());
            var speaker = new Speaker(Ids.next(), place, entry.withExternalId(), entry.address(), clock.instant());
            speakers.persist(speaker);
            known.add(speaker);
            changed.add(speaker.id());
            log.add(entry.row(), ImportLog.SPEAKER, entry.key(), Outcome.CREATE);
        }
        learn(meetings, changed);
        for (Meeting meeting : meetings) {
            Entry entry = meeting.entry();
            boolean news = changed.contains(meeting.speaker().id());
            log.add(entry.row(), ImportLog.SPEAKER, entry.key(), news ? Outcome.UPDATE : Outcome.SKIP);
        }
        identity.known(changed);
        publisher.publish(changed);
    }

    private void learn(List<Meeting> meetings, Set<UUID> changed) {
        Map<UUID, PersonDetails> learned = new LinkedHashMap<>();
        for (Meeting meeting : meetings) {
            Speaker speaker = meeting.speaker();
            if (speaker.learn(meeting.entry().request(), clock.instant())) {
                learned.put(speaker.personId(), speaker.details());
                changed.add(speaker.id());
            }
        }
        people.teach(learned);
        Set<String> gone = people.erased(addresses(meetings));
        for (Meeting meeting : meetings) {
            Speaker speaker = meeting.speaker();
            String address = meeting.entry().address();
            if (address == null || gone.contains(address) || !identity.told(speaker, address)) {
                continue;
            }
            if (changed.add(speaker.id())) {
                speaker.addressTold(clock.instant());
            }
            people.teach(Map.of(speaker.personId(), speaker.details()));
        }
    }

    private static Set<String> addresses(List<Meeting> meetings) {
        Set<String> addresses = new LinkedHashSet<>();
        meetings.stream()
                .map(meeting -> meeting.entry().address())
                .filter(Objects::nonNull)
                .forEach(addresses::add);
        return addresses;
    }

    private Map<Entry, UUID> persons(Event event, List<Entry> added) {
        Map<String, PersonDetails> addressed = new LinkedHashMap<>();
        List<Entry> unaddressed = new ArrayList<>();
        for (Entry entry : added) {
            if (entry.address() == null) {
                unaddressed.add(entry);
            } else {
                addressed.put(entry.address(), told(event, entry));
            }
        }
        Map<Entry, UUID> persons = new LinkedHashMap<>();
        Map<String, UUID> found = people.withAddresses(addressed);
        added.forEach(entry -> persons.put(entry, found.get(entry.address())));
        List<UUID> fresh = people.withoutAddress(
                unaddressed.stream().map(entry -> told(event, entry)).toList());
        for (int i = 0; i < fresh.size(); i++) {
            persons.put(unaddressed.get(i), fresh.get(i));
        }
        return persons;
    }

    private PersonDetails told(Event event, Entry entry) {
        var place = new SpeakerPlace(event.id(), null, event.contactMode());
        return new Speaker(Ids.next(), place, entry.request(), entry.address(), clock.instant()).details();
    }
}
