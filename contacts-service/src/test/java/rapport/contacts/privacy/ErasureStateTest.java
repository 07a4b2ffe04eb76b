package rapport.contacts.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** How far an erasure is. */
class ErasureStateTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static Erasure confirmedBy(Map<ErasingService, Instant> confirmations) {
        return new Erasure(UUID.randomUUID(), UUID.randomUUID(), "maya", NOON, confirmations);
    }

    @Test
    void whatWasJustAskedForIsConfirmedByNobody() {
        var erasure = Erasure.requested(UUID.randomUUID(), UUID.randomUUID(), "maya", NOON);

        assertThat(erasure.state()).isEqualTo(ErasureState.REQUESTED);
        assertThat(erasure.completedAt()).isNull();
        assertThat(ErasureView.of(erasure).services())
                .hasSize(3)
                .allSatisfy(service -> assertThat(service.confirmedAt()).isNull());
    }

    @Property
    void itIsCompleteWhenAllThreeHaveConfirmedAndSinceTheLastOneDid(
            @ForAll boolean events, @ForAll boolean contacts, @ForAll boolean followUp) {
        var confirmations = new EnumMap<ErasingService, Instant>(ErasingService.class);
        if (followUp) {
            confirmations.put(ErasingService.FOLLOW_UP, NOON.plusSeconds(2));
        }
        if (events) {
            confirmations.put(ErasingService.EVENTS, NOON.plusSeconds(9));
        }
        if (contacts) {
            confirmations.put(ErasingService.CONTACTS, NOON.plusSeconds(5));
        }

        var erasure = confirmedBy(confirmations);

        boolean all = events && contacts && followUp;
        assertThat(erasure.state()).isEqualTo(all ? ErasureState.COMPLETED : ErasureState.REQUESTED);
        assertThat(erasure.completedAt()).isEqualTo(all ? NOON.plusSeconds(9) : null);
    }
}
