package rapport.followup.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                        | en",
                "de                          | de",
                "de-AT,de;q=0.9,en;q=0.5     | de",
                "fr-FR,fr;q=0.9,de;q=0.5     | de",
                "en-GB,de;q=0.4              | en",
                "zh                          | en",
                "*                           | en",
                "de;q=abc                    | en",
                ";;;                         | en",
            })
    void theBestLanguageThatIsSpokenIsChosen(String acceptLanguage, String expected) {
        assertThat(Words.of(acceptLanguage).language()).isEqualTo(expected);
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(bundle(Locale.GERMAN).keySet())
                .isEqualTo(bundle(Locale.ENGLISH).keySet());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("words/pages", language);
    }
}
