package rapport.events.certificate;

import java.util.List;
import java.util.UUID;

/**
 * What a registration's attendance is worth now.
 *
 * @param required the percentage of a session that the event asks for
 * @param sessions those that are over and in which it was reached, in their order
 */
record Entitlement(
        UUID eventId,
        UUID registrationId,
        UUID personId,
        String holder,
        String eventName,
        String zone,
        int required,
        List<AttendedSession> sessions) {
    Entitlement {
        sessions = List.copyOf(sessions);
    }

    int minutes() {
        return sessions.stream().mapToInt(AttendedSession::minutes).sum();
    }

    static String rule(int required) {
        return required == 0
                ? "A session counts when any time was spent in it."
                : "A session counts when at least " + required + " % of it was attended.";
    }
}
