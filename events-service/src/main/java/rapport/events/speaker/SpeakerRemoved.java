package rapport.events.speaker;

import java.util.UUID;

/** Told within the transaction: the speaker has no part in any session any more. */
public record SpeakerRemoved(UUID speakerId) {}
