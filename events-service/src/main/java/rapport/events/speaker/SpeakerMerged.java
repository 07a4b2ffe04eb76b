package rapport.events.speaker;

import java.util.UUID;

/** Told within the transaction: what named the one that is gone names the kept one from now on. */
public record SpeakerMerged(UUID keptId, UUID goneId) {}
