package rapport.events.session;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** What a speaker does in a session. */
@Embeddable
record SpeakerPart(
        UUID speakerId, @Enumerated(EnumType.STRING) SpeakerRole role, int position) {}
