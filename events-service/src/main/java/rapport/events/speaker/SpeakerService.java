package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.event.EventRepository;
import rapport.events.person.People;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;
import rapport.kit.identifier.EmailAddress;

@ApplicationScoped
class SpeakerService {
    private final SpeakerRepository speakers;
    private final EventRepository events;
    private final People people;
    private final SpeakerAnnouncer announcer;
    private final SpeakerIdentity identity;
    private final Clock clock;

    SpeakerService(
            SpeakerRepository speakers,
            EventRepository events,
            People people,
            SpeakerAnnouncer announcer,
            SpeakerIdentity identity,
            Clock clock) {
        this.speakers = speakers;
        this.events = events;
        this.people = people;
        this.announcer = announcer;
        this.identity = identity;
        this.clock = clock;
    }

    @Transactional
    Speaker create(UUID eventId, NewSpeaker request) {
        var event = events.lock(eventId);
        event.requireOpen();
        if (speakers.externalIdTaken(eventId, request.externalId())) {
            throw SpeakerTaken.sameExternalId();
        }
        String address = EmailAddress.normalized(request.email()).orElse(null);
        var unplaced = new SpeakerPlace(eventId, null, event.contactMode());
        var told = new Speaker(Ids.next(), unplaced, request, address, clock.instant()).details();
        UUID personId = address == null ? people.withoutAddress(told) : people.withAddress(address, told);
        if (speakers.ofPerson(eventId, personId).isPresent()) {
            throw SpeakerTaken.sameAddress();
        }
        var place = new SpeakerPlace(eventId, personId, event.contactMode());
        var speaker = new Speaker(Ids.next(), place, request, address, clock.instant());
        speakers.persist(speaker);
        identity.known(List.of(speaker.id()));
        announcer.changed(speaker);
        return speaker;
    }

    @Transactional
    Speaker change(UUID eventId, UUID id, String ifMatch, SpeakerChange change) {
        events.lock(eventId).requireOpen();
        Speaker speaker = speakers.lock(eventId, id);
        ETags.require(ifMatch, speaker.version());
        speaker.change(change, clock.instant());
        EmailAddress.normalized(change.email().or(null)).ifPresent(address -> identity.told(speaker, address));
        identity.known(List.of(id));
        announcer.changed(speaker);
        return speaker;
    }

    /** Takes a speaker out of the event and of all its sessions. */
    @Transactional
    void remove(UUID eventId, UUID id) {
        events.lock(eventId).requireOpen();
        Speaker speaker = speakers.lock(eventId, id);
        speaker.remove(clock.instant());
        identity.forget(id);
        announcer.removed(speaker);
    }
}
