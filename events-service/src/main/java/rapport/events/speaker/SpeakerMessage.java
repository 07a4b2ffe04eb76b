package rapport.events.speaker;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import rapport.events.person.Links;
import rapport.kit.outbox.Fact;

/** What the other services learn about speakers: no address. */
sealed interface SpeakerMessage {
    String TOPIC = "rapport.speaker.v1";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SpeakerChanged(
            UUID speakerId,
            long version,
            UUID eventId,
            UUID personId,
            String displayName,
            String givenName,
            String familyName,
            String credentials,
            String affiliation,
            String rorId,
            String country,
            String orcid,
            String photoUrl,
            List<String> interests,
            Links links,
            String contactMode,
            String status)
            implements SpeakerMessage {}

    /** @param mergedInto the speaker that is left of two; absent when there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SpeakerDeleted(UUID id, long version, UUID mergedInto) implements SpeakerMessage {}

    static Fact fact(SpeakerMessage message) {
        return switch (message) {
            case SpeakerChanged changed ->
                new Fact(TOPIC, changed.speakerId(), changed.version(), "speaker.changed.v1", changed);
            case SpeakerDeleted deleted ->
                new Fact(TOPIC, deleted.id(), deleted.version(), "speaker.deleted.v1", deleted);
        };
    }
}
