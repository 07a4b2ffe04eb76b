package rapport.events.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RorTest {

    @ParameterizedTest
    @ValueSource(strings = {"05dxps055", "https://ror.org/05dxps055", "http://ror.org/05DXPS055", "ror.org/05dxps055"})
    void anIdIsKeptAsItsAddress(String text) {
        assertThat(Ror.canonical(text)).contains("https://ror.org/05dxps055");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03yrm5c26", "02mhbdp94", "05n911h24", "03vek6s52", "042nb2s44", "052gg0110"})
    void theCheckDigitsOfRealIdsAreRight(String id) {
        assertThat(Ror.canonical(id)).contains("https://ror.org/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05dxps056",
                "05dxps505",
                "15dxps055",
                "05dxpl055",
                "05dxps0555",
                "https://example.org/05dxps055",
                ""
            })
    void whatIsNoIdIsRefused(String text) {
        assertThat(Ror.canonical(text)).isEmpty();
    }
}
