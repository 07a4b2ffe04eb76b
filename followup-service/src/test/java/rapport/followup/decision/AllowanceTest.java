package rapport.followup.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    @Test
    void whoWaitsBehindOthersFindsRoomAfterThem() {
        var monday = Instant.parse("2026-11-16T09:00:00Z");
        var spent = List.of(monday, NOW.minusSeconds(60));

        // The first two waiting take the places of Monday and of today, the third that of the first, a week later.
        assertThat(Allowance.weekly(2).freeAt(spent, 2, NOW)).contains(Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void whereNothingIsAllowedNothingIsEverFree() {
        assertThat(Allowance.weekly(0).freeAt(List.of(), 0, NOW)).isEmpty();
    }

    @Property(tries = 300)
    void neverMoreThanTheLimitInAnyStretch(
            @ForAll @IntRange(min = 1, max = 6) int limit,
            @ForAll @Size(max = 40) List<@IntRange(max = 30 * 24) Integer> arrivalHours) {
        Allowance weekly = Allowance.weekly(limit);
        var spent = new ArrayList<Instant>();
        for (int hour : arrivalHours.stream().sorted().toList()) {
            Instant at = NOW.plus(Duration.ofHours(hour));
            boolean room = weekly.counting(spent, at).size() < limit;
            assertThat(weekly.freeAt(spent, 0, at).orElseThrow().equals(at)).isEqualTo(room);
            if (room) {
                spent.add(at);
            }
        }
        for (Instant end : spent) {
            assertThat(spent.stream().filter(at -> !at.isAfter(end) && at.isAfter(end.minus(weekly.length()))))
                    .hasSizeLessThanOrEqualTo(limit);
        }
    }
}
