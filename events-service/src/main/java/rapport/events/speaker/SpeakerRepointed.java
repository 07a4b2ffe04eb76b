package rapport.events.speaker;

import java.util.UUID;

/** Told within the transaction: a speaker turned out to be another person, so what names both has to be published again. */
public record SpeakerRepointed(UUID speakerId) {}
