package rapport.kit.inbound;

import java.time.Instant;
import java.util.UUID;

/** A message that was set aside; {@code replayedAt} is null until it was applied after all. */
record Parked(UUID id, RawMessage raw, String reason, int attempts, Instant parkedAt, Instant replayedAt) {}
