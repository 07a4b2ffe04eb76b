package rapport.followup.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.preparation.PreparationRules;
import rapport.followup.template.BuiltInTemplates;
import rapport.followup.template.Filling;
import rapport.followup.template.TemplateLocale;

class PlaybooksTest {

    private final Playbooks playbooks = new Playbooks();
    private final BuiltInTemplates templates = new BuiltInTemplates();

    @Test
    void thereAreSeven() {
        assertThat(playbooks.all())
                .extracting(Playbook::id)
                .containsExactly(
                        "thank-speaker",
                        "ask-question",
                        "share-research",
                        "offer-help",
                        "mentor-outreach",
                        "promised-introduction",
                        "keep-in-touch");
    }

    @Test
    void thanksComeTwoDaysLaterAndANudgeSevenBusinessDaysAfterThat() {
        var steps = playbooks.find("thank-speaker").orElseThrow().steps();

        assertThat(steps.getFirst().offsetDays()).isEqualTo(2);
        assertThat(steps.getFirst().localTime()).hasToString("09:30");
        assertThat(steps.getLast().anchors()).containsExactly(Anchor.LAST_STEP);
        assertThat(steps.getLast().offsetDays()).isEqualTo(7);
        assertThat(steps.getLast().offsetUnit()).isEqualTo(OffsetUnit.BUSINESS_DAYS);
    }

    @Test
    void noneAsksMoreOftenThanTwiceAndNoneBeginsWithTheStepBeforeIt() {
        assertThat(playbooks.all()).allSatisfy(playbook -> {
            assertThat(playbook.steps()).hasSizeBetween(1, 2);
            assertThat(playbook.steps().getFirst().anchors()).isNotEmpty().doesNotContain(Anchor.LAST_STEP);
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsThereInEveryLanguageAndItsPlaceholdersAreKnown(TemplateLocale locale) {
        assertThat(playbooks.all()).allSatisfy(playbook -> {
            assertThat(playbook.name().get(locale.tag())).isNotBlank();
            assertThat(playbook.steps()).allSatisfy(step -> {
                var text = templates.find(step.template(), locale).orElseThrow();
                assertThat(Filling.faults(text.subject(), "/subject")).isEmpty();
                assertThat(Filling.faults(text.body(), "/body")).isEmpty();
                assertThat(text.subject()).isNotBlank().doesNotContain("\n");
                assertThat(text.body().split("\\s+")).hasSizeBetween(10, PreparationRules.FIRST_CONTACT_WORDS / 3);
            });
        });
    }
}
