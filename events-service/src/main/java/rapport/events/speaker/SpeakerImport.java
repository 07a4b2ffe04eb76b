package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.imports.ImportLog;
import rapport.events.imports.Outcome;
import rapport.events.person.EmailAddress;
import rapport.events.person.Orcid;
import rapport.events.person.People;
import rapport.kit.id.Ids;

/** Keeps the speakers of a file. Key is the external id, else the id of our own export, else ORCID, else the address. */
@ApplicationScoped
class SpeakerImport {
    private final SpeakerCsv csv;
    private final SpeakerRepository speakers;
    private final SpeakerIdentity identity;
    private final People people;
    private final SpeakerPublisher publisher;
    private final Clock clock;

    SpeakerImport(
            SpeakerCsv csv,
            SpeakerRepository speakers,
            SpeakerIdentity identity,
            People people,
            SpeakerPublisher publisher,
            Clock clock) {
        this.csv = csv;
        this.speakers = speakers;
        this.identity = identity;
        this.people = people;
        this.publisher = publisher;
        this.clock = clock;
    }

    void run(Event event, byte[] file, ImportLog log) {
        Map<String, Speaker> known = new HashMap<>();
        List<Speaker> present = speakers.lockAll(event.id());
        present.stream().filter(speaker -> speaker.mergedInto() != null).forEach(speaker -> remember(known, speaker));
        present.stream().filter(speaker -> speaker.mergedInto() == null).forEach(speaker -> remember(known, speaker));
        Set<UUID> seen = new HashSet<>();
        Set<UUID> changed = new HashSet<>();
        for (SpeakerCsv.Entry entry : csv.read(file, log)) {
            Speaker speaker = find(known, entry);
            if (speaker == null && people.isErased(address(entry))) {
                log.add(entry.line(), ImportLog.SPEAKER, entry.key(), Outcome.CONFLICT, "person-erased");
                continue;
            }
            if (speaker == null) {
                speaker = add(event, entry);
                remember(known, speaker);
                changed.add(speaker.id());
                log.add(entry.line(), ImportLog.SPEAKER, entry.key(), Outcome.CREATE);
            } else if (speaker.mergedInto() != null) {
                log.add(entry.line(), ImportLog.SPEAKER, entry.key(), Outcome.SKIP, "merged");
            } else if (seen.contains(speaker.id())) {
                log.add(entry.line(), ImportLog.SPEAKER, entry.key(), Outcome.CONFLICT, "twice-in-the-file");
            } else if (speaker.status() == SpeakerStatus.REMOVED) {
                log.add(entry.line(), ImportLog.SPEAKER, entry.key(), Outcome.CONFLICT, "removed");
            } else if (update(speaker, entry)) {
                changed.add(speaker.id());
                log.add(entry.line(), ImportLog.SPEAKER, entry.key(), Outcome.UPDATE);
            } else {
                log.add(entry.line(), ImportLog.SPEAKER, entry.key(), Outcome.SKIP);
            }
            seen.add(speaker.id());
        }
        identity.known(changed);
        publisher.publish(changed);
    }

    private boolean update(Speaker speaker, SpeakerCsv.Entry entry) {
        String address = EmailAddress.normalized(entry.request().email()).orElse(null);
        boolean news = speaker.learn(entry.request(), clock.instant());
        boolean newAddress = address != null && !people.isErased(address) && identity.told(speaker, address);
        if (newAddress && !news) {
            speaker.addressTold(clock.instant());
        }
        if (news) {
            people.teach(speaker.personId(), speaker.details());
        }
        return news || newAddress;
    }

    private static String address(SpeakerCsv.Entry entry) {
        return EmailAddress.normalized(entry.request().email()).orElse(null);
    }

    private Speaker add(Event event, SpeakerCsv.Entry entry) {
        String address = EmailAddress.normalized(entry.request().email()).orElse(null);
        var place = new SpeakerPlace(event.id(), null, event.contactMode());
        var told = new Speaker(Ids.next(), place, entry.request(), address, clock.instant()).details();
        UUID personId = address == null ? people.withoutAddress(told) : people.withAddress(address, told);
        var speaker = new Speaker(
                Ids.next(),
                new SpeakerPlace(event.id(), personId, event.contactMode()),
                entry.withExternalId(),
                address,
                clock.instant());
        speakers.persist(speaker);
        return speaker;
    }

    private static Speaker find(Map<String, Speaker> known, SpeakerCsv.Entry entry) {
        String orcid = Orcid.canonical(entry.request().orcid()).orElse(null);
        String address = EmailAddress.normalized(entry.request().email()).orElse(null);
        for (String key : List.of(
                "external:" + entry.request().externalId(),
                "external:" + entry.speakerId(),
                "id:" + entry.speakerId(),
                "orcid:" + orcid,
                "email:" + address)) {
            if (known.containsKey(key)) {
                return known.get(key);
            }
        }
        return null;
    }

    private static void remember(Map<String, Speaker> known, Speaker speaker) {
        known.put("id:" + speaker.id(), speaker);
        if (speaker.externalId() != null) {
            known.put("external:" + speaker.externalId(), speaker);
        }
        if (speaker.details().orcid() != null) {
            known.put("orcid:" + speaker.details().orcid(), speaker);
        }
        if (speaker.email() != null) {
            known.put("email:" + speaker.email(), speaker);
        }
    }
}
