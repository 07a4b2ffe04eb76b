package rapport.followup.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopWishTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @Test
    void aMailProgramsOwnButtonStopsThisSender() {
        assertThat(StopWish.of(null, null, TODAY)).contains(new StopWish(StopChoice.SENDER, null));
    }

    @ParameterizedTest
    @CsvSource({
        "PAUSE, 2026-11-26, true",
        "PAUSE, 2027-11-26, true",
        "PAUSE, 2026-11-25, false",
        "PAUSE, 2027-11-27, false",
        "PAUSE, 2027-02-29, false",
        "PAUSE, soon, false",
        "PAUSE, , false",
        "ALL, soon, true",
        "SENDER, , true",
        "sender, , false",
        "EVERYTHING, , false",
    })
    void onlyADayAheadWithinAYearIsAPause(String choice, String until, boolean sensible) {
        assertThat(StopWish.of(choice, until, TODAY).isPresent()).isEqualTo(sensible);
    }
}
