package rapport.events.speaker;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import rapport.events.speaker.SpeakerRows.Entry;

/** The speakers of an event by everything that identifies them, and what the file has said so far. */
final class KnownSpeakers {
    private final Map<String, Speaker> speakers = new HashMap<>();
    private final Map<UUID, Speaker> byPerson = new HashMap<>();
    private final Map<String, NewSpeaker> said = new HashMap<>();

    KnownSpeakers(Collection<Speaker> present) {
        // Keys of who was merged away count only where nobody else has them.
        present.stream().filter(speaker -> speaker.mergedInto() != null).forEach(this::add);
        present.stream().filter(speaker -> speaker.mergedInto() == null).forEach(this::add);
    }

    void add(Speaker speaker) {
        if (speaker.status() == SpeakerStatus.ACTIVE) {
            byPerson.put(speaker.personId(), speaker);
        }
        speakers.put("id:" + speaker.id(), speaker);
        if (speaker.externalId() != null) {
            speakers.put("external:" + speaker.externalId(), speaker);
        }
        if (speaker.details().orcid() != null) {
            speakers.put("orcid:" + speaker.details().orcid(), speaker);
        }
        if (speaker.email() != null) {
            speakers.put("email:" + speaker.email(), speaker);
        }
    }

    Optional<Speaker> find(Entry entry) {
        return entry.keys().stream().map(speakers::get).filter(Objects::nonNull).findFirst();
    }

    Optional<Speaker> ofPerson(UUID personId) {
        return Optional.ofNullable(byPerson.get(personId));
    }

    /** What an earlier row has said about the same speaker; remembers what this one says when there is none. */
    Optional<NewSpeaker> saidBefore(Entry entry) {
        var before =
                entry.keys().stream().map(said::get).filter(Objects::nonNull).findFirst();
        if (before.isEmpty()) {
            entry.keys().stream().filter(key -> !key.endsWith(":null")).forEach(key -> said.put(key, entry.request()));
        }
        return before;
    }
}
