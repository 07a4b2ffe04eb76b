package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Two hundred months of each kind; with {@code -Drapport.simulation.seeds=10000} as many as one likes. A seed that fails is named: {@code new
 * Simulation(seed, calm).run()} plays it again.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("rapport.simulation.seeds", 200);

    @Test
    void nobodyIsWrittenToAgainstTheRulesWhateverHappensInAMonth() {
        assertThat(play(false)).isGreaterThan(SEEDS);
    }

    @Test
    void inACalmMonthEveryAnnouncedDateComesTrue() {
        assertThat(play(true)).isGreaterThan(SEEDS);
    }

    private static long play(boolean calm) {
        return LongStream.range(0, SEEDS)
                .parallel()
                .map(seed -> played(seed, calm))
                .sum();
    }

    private static long played(long seed, boolean calm) {
        try {
            return new Simulation(seed, calm).run();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + (calm ? ", calm: " : ": ") + e.getMessage(), e);
        }
    }
}
