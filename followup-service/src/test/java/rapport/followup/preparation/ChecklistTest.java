package rapport.followup.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private static final Standing FINE = new Standing(0, 0, 0, 0, true, 5, 0, null);

    @Test
    void nothingIsSaidAboutAMessageThatIsReadyToSomebodyWhoIsOwedNothing() {
        assertThat(Checklist.of(List.of(), FINE)).isEmpty();
    }

    @Test
    void whatBlocksComesFirstWithItsReasonAndSomethingThatHelps() {
        var missing = new Missing("/preparation/goal", "goal-missing", "Say what you want to achieve.");

        var advice = Checklist.of(List.of(missing), new Standing(1, 0, 0, 0, true, 5, 0, null));

        assertThat(advice).extracting(Advice::code).containsExactly("goal-missing", "promise-overdue");
        assertThat(advice.getFirst().weight()).isEqualTo(Advice.Weight.BLOCKS);
        assertThat(advice.getFirst().pointer()).isEqualTo("/preparation/goal");
        assertThat(advice)
                .allSatisfy(each -> assertThat(each.hint()).isNotBlank().isNotEqualTo(each.reason()));
    }

    @Test
    void reciprocityIsRememberedBeforeTheNextAsk() {
        assertThat(Checklist.of(List.of(), new Standing(0, 1, 3, 1, true, 5, 2, null)))
                .extracting(Advice::code)
                .containsExactly("not-thanked", "asks-outweigh", "no-answer-yet");
    }

    @Test
    void aClosedBoundaryAndASpentBudgetAreToldBeforeAnybodyWaitsForThem() {
        assertThat(Checklist.of(List.of(), new Standing(0, 0, 0, 0, false, 0, 0, null)))
                .extracting(Advice::code)
                .containsExactly("boundary-closed");
        assertThat(Checklist.of(List.of(), new Standing(0, 0, 0, 0, true, 0, 0, null)))
                .extracting(Advice::code)
                .containsExactly("budget-spent");
    }
}
