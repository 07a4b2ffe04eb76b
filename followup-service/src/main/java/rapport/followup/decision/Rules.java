package rapport.followup.decision;

import java.time.Duration;

/**
 * @param recheck how long a message is held when nothing tells when to ask again
 */
public record Rules(Duration recheck) {}
