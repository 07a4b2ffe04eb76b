package rapport.followup.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationRulesTest {

    private static final Preparation COMPLETE =
            new Preparation("Learn about sepsis trials", "Your talk on early sepsis", "Which cohort?", null);

    @Test
    void theFirstMessageToASpeakerListsEverythingThatIsMissing() {
        var letter = new Letter(Preparation.NONE, "", null, true, true, false, 0);

        assertThat(PreparationRules.missing(letter))
                .extracting(Missing::code)
                .containsExactly(
                        "goal-missing",
                        "context-missing",
                        "question-or-offer-missing",
                        "subject-missing",
                        "body-missing");
    }

    @Test
    void anOfferIsAsGoodAsAQuestionAndASessionIsContext() {
        var offering = new Preparation("Help with the registry", null, null, "I can code in R");

        assertThat(PreparationRules.missing(new Letter(offering, "Hello", "Text", true, true, true, 0)))
                .isEmpty();
    }

    @Test
    void aPeerIsWrittenToWithoutPreparation() {
        assertThat(PreparationRules.missing(new Letter(Preparation.NONE, "Hello", "Text", true, false, false, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear {{name}},", "Dear {{ name", "name }}"})
    void aPlaceholderNeverReachesARecipient(String body) {
        assertThat(PreparationRules.missing(new Letter(COMPLETE, "Hello", body, false, true, true, 0)))
                .extracting(Missing::code)
                .containsExactly("placeholder-unresolved");
    }

    @Test
    void threeHundredWordsAreEnoughForAFirstMessage() {
        var enough = "word ".repeat(300);

        assertThat(PreparationRules.missing(new Letter(COMPLETE, "Hello", enough, true, true, true, 0)))
                .isEmpty();
        assertThat(PreparationRules.missing(new Letter(COMPLETE, "Hello", enough + "more", true, true, true, 0)))
                .extracting(Missing::code)
                .containsExactly("too-long");
        assertThat(PreparationRules.missing(new Letter(COMPLETE, "Hello", enough + "more", false, true, true, 0)))
                .isEmpty();
    }

    @Test
    void theFourthRecipientOfTheSameTextIsOneTooMany() {
        assertThat(PreparationRules.missing(new Letter(COMPLETE, "Hello", "Text", true, true, true, 2)))
                .isEmpty();
        assertThat(PreparationRules.missing(new Letter(COMPLETE, "Hello", "Text", true, true, true, 3)))
                .extracting(Missing::code)
                .containsExactly("same-for-too-many");
    }
}
