package rapport.events.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"en, en", "PT-br, pt-BR", "zh-hant-tw, zh-Hant-TW", "de-1996, de-1996", "iw, he"})
    void aTagIsKeptInItsUsualForm(String text, String canonical) {
        assertThat(Languages.canonical(text)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "english language", "en_", "en--GB", "x", "en-GB-toolongsubtag"})
    void whatIsNoTagIsRefused(String text) {
        assertThat(Languages.canonical(text)).isEmpty();
    }
}
