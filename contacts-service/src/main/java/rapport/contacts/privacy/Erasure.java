package rapport.contacts.privacy;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody's request to have everything about them erased. Its state follows from who confirmed: nobody sets it, and the order in
 * which the answers come does not matter.
 *
 * @param personId an id that stands for nobody when the account belongs to no person
 * @param subject the account; null when it is not known here, or not any more
 * @param confirmations when each service said that it holds nothing any more; absent while it has not
 */
record Erasure(
        UUID id, UUID personId, String subject, Instant requestedAt, Map<ErasingService, Instant> confirmations) {

    Erasure {
        var copy = new EnumMap<ErasingService, Instant>(ErasingService.class);
        copy.putAll(confirmations);
        confirmations = Collections.unmodifiableMap(copy);
    }

    static Erasure requested(UUID id, UUID personId, String subject, Instant now) {
        return new Erasure(id, personId, subject, now, Map.of());
    }

    ErasureState state() {
        return confirmations.size() == ErasingService.values().length ? ErasureState.COMPLETED : ErasureState.REQUESTED;
    }

    /** When the last service confirmed; null until then. */
    Instant completedAt() {
        return state() == ErasureState.COMPLETED
                ? confirmations.values().stream().max(Comparator.naturalOrder()).orElseThrow()
                : null;
    }
}
