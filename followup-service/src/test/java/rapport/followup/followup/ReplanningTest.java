package rapport.followup.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplanningTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "true,  2026-11-23T08:00:00Z, 2026-11-23T08:00:00Z, KEEP", // the event was only renamed
                "true,  2026-11-23T08:00:00Z, 2026-11-30T08:00:00Z, MOVE", // later
                "true,  2026-11-30T08:00:00Z, 2026-11-23T08:00:00Z, MOVE", // earlier, and still ahead
                "true,  2026-11-23T08:00:00Z, 2026-11-16T08:00:00Z, ASK", // into the past: sends nothing by itself
                "true,  2026-11-10T08:00:00Z, 2026-11-09T08:00:00Z, ASK",
                "true,  2026-11-23T08:00:00Z, -,                    KEEP", // nobody knows any more
                "true,  -,                    2026-11-23T08:00:00Z, MOVE",
                "true,  -,                    2026-11-16T08:00:00Z, KEEP",
                "false, 2026-11-23T08:00:00Z, 2026-11-16T08:00:00Z, MOVE", // only a forecast
                "false, -,                    -,                    KEEP",
            })
    void aChangeOfTheOccasionMovesWhatIsStillAheadAndAsksAboutTheRest(
            boolean approved, Instant before, Instant after, Replanning.Answer answer) {
        assertThat(Replanning.of(approved, before, after, NOW)).isEqualTo(answer);
    }
}
