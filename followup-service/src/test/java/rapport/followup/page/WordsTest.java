package rapport.followup.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                        | en",
                "de                          | de",
                "de-AT,de;q=0.9,en;q=0.5     | de",
                "fr-FR,fr;q=0.9,de;q=0.5     | fr",
                "es-MX                       | es",
                "it,de;q=0.5                 | de",
                "en-GB,de;q=0.4              | en",
                "zh                          | en",
                "*                           | en",
                "de;q=abc                    | en",
                ";;;                         | en",
            })
    void theBestLanguageThatIsSpokenIsChosen(String acceptLanguage, String expected) {
        assertThat(Words.of(acceptLanguage).language()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyLanguageSaysAllThatEnglishSaysAboutTheSameThings(String language) {
        var english = bundle("en");
        var other = bundle(language);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(values(other.getString(key))).as(key).isEqualTo(values(english.getString(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void whatIsFilledInComesOutAsItWasWritten(String language) {
        var bundle = bundle(language);
        for (String key : bundle.keySet()) {
            String text = bundle.getString(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(Words.of(language).with(key, "{1}'<", "second"))
                    .as(key)
                    .isEqualTo(text.replace("{1}", "second").replace("{0}", "{1}'<"));
        }
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Of exactly this language, without what a missing one would be replaced by. */
    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "words/recipients",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
