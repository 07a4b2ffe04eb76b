package rapport.events.checkin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decides what becomes of the check-ins of one transaction. Plain memory: it knows what was found and says what is to be
 * written. Check-ins of one batch see each other as if they had come one after the other.
 */
final class Decisions {
    private record Key(UUID eventId, UUID scanId) {}

    private final List<CheckInAnswer> answers = new ArrayList<>();
    private final List<Decided> toStore = new ArrayList<>();
    private final Map<Key, Found.Earlier> seen = new HashMap<>();
    private final Map<Visit, Timeline> timelines = new HashMap<>();

    static Decisions about(List<CheckIn> checkIns, List<Found> found) {
        var decisions = new Decisions();
        for (int i = 0; i < checkIns.size(); i++) {
            decisions.answers.add(decisions.decide(checkIns.get(i), found.get(i)));
        }
        return decisions;
    }

    private CheckInAnswer decide(CheckIn checkIn, Found found) {
        var key = new Key(checkIn.door().eventId(), checkIn.scanId());
        Found.Earlier earlier = found.earlier() == null ? seen.get(key) : found.earlier();
        if (earlier != null) {
            return earlier.fingerprint() == checkIn.item().fingerprint()
                    ? CheckInAnswer.stored(checkIn, Outcome.REPLAY, earlier.registrationId())
                    : CheckInAnswer.refused(checkIn, Refusal.SCAN_ID_REUSED);
        }
        Refusal refusal = refusal(checkIn, found);
        if (refusal != null) {
            return CheckInAnswer.refused(checkIn, refusal);
        }
        UUID registration = found.badge() == null ? null : found.badge().registrationId();
        seen.put(key, new Found.Earlier(registration, checkIn.item().fingerprint()));
        toStore.add(new Decided(checkIn, registration));
        return CheckInAnswer.stored(checkIn, outcome(checkIn, registration, found.before()), registration);
    }

    private static Refusal refusal(CheckIn checkIn, Found found) {
        Found.Badge badge = found.badge();
        if (badge != null && !badge.eventId().equals(checkIn.door().eventId())) {
            return Refusal.NOT_OF_THIS_EVENT;
        }
        if (badge != null && badge.wasRevokedFor(checkIn)) {
            return Refusal.REVOKED;
        }
        if (badge != null && !badge.confirmed()) {
            return Refusal.NOT_CONFIRMED;
        }
        return found.sessionKnown() ? null : Refusal.SESSION_UNKNOWN;
    }

    private Outcome outcome(CheckIn checkIn, UUID registration, Mark before) {
        if (registration == null) {
            return Outcome.PENDING_UNKNOWN;
        }
        Timeline timeline =
                timelines.computeIfAbsent(new Visit(registration, checkIn.door()), any -> new Timeline(List.of()));
        if (before != null) {
            timeline.add(before);
        }
        return timeline.add(checkIn.mark());
    }

    /** One per check-in, in the order given. */
    List<CheckInAnswer> answers() {
        return answers;
    }

    List<Decided> toStore() {
        return toStore;
    }

    /** The timelines that have changed. */
    Set<Visit> visits() {
        return timelines.keySet();
    }
}
