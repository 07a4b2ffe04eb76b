package rapport.events.session;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"speakerId\": \"0199a4f2-3000-7e10-8a00-0000000000d1\", \"role\": \"SPEAKER\"}")
record SessionSpeaker(
        @NotNull UUID speakerId,

        @Schema(nullable = true, description = "SPEAKER when it is not sent.")
        SpeakerRole role) {

    /** The order in the list is the order on stage. */
    static List<SpeakerPart> parts(List<SessionSpeaker> speakers) {
        var parts = new ArrayList<SpeakerPart>();
        for (SessionSpeaker speaker : speakers == null ? List.<SessionSpeaker>of() : speakers) {
            SpeakerRole role = speaker.role() == null ? SpeakerRole.SPEAKER : speaker.role();
            parts.add(new SpeakerPart(speaker.speakerId(), role, parts.size()));
        }
        return parts;
    }

    /** Those of a file, which tells no roles: who has one here keeps it. */
    static List<SpeakerPart> withRolesOf(List<SpeakerPart> known, List<SessionSpeaker> told) {
        var parts = new ArrayList<SpeakerPart>();
        for (SessionSpeaker speaker : told) {
            SpeakerRole role = known.stream()
                    .filter(part -> part.speakerId().equals(speaker.speakerId()))
                    .map(SpeakerPart::role)
                    .findFirst()
                    .orElse(SpeakerRole.SPEAKER);
            parts.add(new SpeakerPart(speaker.speakerId(), role, parts.size()));
        }
        return parts;
    }
}
