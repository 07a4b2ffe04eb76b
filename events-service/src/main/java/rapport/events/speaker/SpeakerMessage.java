package rapport.events.speaker;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
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
            String country,
            String orcid,
            String contactMode,
            String status)
            implements SpeakerMessage {}

    static Fact fact(SpeakerMessage message) {
        return switch (message) {
            case SpeakerChanged changed ->
                new Fact(TOPIC, changed.speakerId(), changed.version(), "speaker.changed.v1", changed);
        };
    }
}
