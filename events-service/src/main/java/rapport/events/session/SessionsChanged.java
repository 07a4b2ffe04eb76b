package rapport.events.session;

import java.util.List;
import java.util.UUID;

/** Told within the transaction: these sessions of one event are new, moved, otherwise changed, or removed. */
public record SessionsChanged(UUID eventId, List<UUID> sessionIds) {
    public SessionsChanged {
        sessionIds = List.copyOf(sessionIds);
    }
}
