package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import rapport.events.person.People;

/** Tells what happened to a speaker: the other services through the outbox, the other features within the transaction. */
@ApplicationScoped
class SpeakerAnnouncer {
    private final SpeakerPublisher publisher;
    private final People people;
    private final Event<SpeakerMerged> merged;
    private final Event<SpeakerRemoved> removed;

    SpeakerAnnouncer(
            SpeakerPublisher publisher, People people, Event<SpeakerMerged> merged, Event<SpeakerRemoved> removed) {
        this.publisher = publisher;
        this.people = people;
        this.merged = merged;
        this.removed = removed;
    }

    void changed(Speaker speaker) {
        people.teach(speaker.personId(), speaker.details());
        publisher.publish(List.of(speaker.id()));
    }

    void merged(Speaker kept, UUID goneId) {
        people.teach(kept.personId(), kept.details());
        publisher.publish(List.of(kept.id(), goneId));
        merged.fire(new SpeakerMerged(kept.id(), goneId));
    }

    void removed(Speaker speaker) {
        publisher.publish(List.of(speaker.id()));
        removed.fire(new SpeakerRemoved(speaker.id()));
    }
}
