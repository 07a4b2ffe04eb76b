package rapport.events.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameShownTest {

    @ParameterizedTest
    @CsvSource({"Maya Okafor,M. O.", "O'Brien-Núñez,O. N.", "王小明,王.", "X,X.", "  Ana   María López ,A. M. L."})
    void initialsTellEnoughToCompareAndNoMore(String name, String initials) {
        assertThat(NameShown.INITIALS.of(name)).isEqualTo(initials);
        assertThat(NameShown.FULL.of(name)).isEqualTo(name);
    }
}
