package rapport.kit.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrcidTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-0002-1825-0097",
                "0000000218250097",
                "https://orcid.org/0000-0002-1825-0097",
                "http://www.orcid.org/0000-0002-1825-0097",
                " 0000-0002-1825-0097 "
            })
    void everySpellingHasOneCanonicalForm(String text) {
        assertThat(Orcid.canonical(text)).contains("0000-0002-1825-0097");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-0002-1694-233X", "0000-0002-1694-233x"})
    void theCheckDigitMayBeTen(String text) {
        assertThat(Orcid.canonical(text)).contains("0000-0002-1694-233X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-0002-1825-0098",
                "0000-0002-1825-009",
                "0000-0002-1825-00977",
                "00000002-1825-0097",
                "https://orcid.example/0000-0002-1825-0097",
                "X000-0002-1825-0097",
                "٠٠٠٠-0002-1825-0097",
                ""
            })
    void everythingElseIsNone(String text) {
        assertThat(Orcid.canonical(text)).isEmpty();
    }
}
