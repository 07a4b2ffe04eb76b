package rapport.followup.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FollowUpStateTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, NEEDS_PREPARATION SCHEDULED STOPPED REPLIED",
        "NEEDS_PREPARATION, DRAFT SCHEDULED STOPPED REPLIED",
        "SCHEDULED, DRAFT NEEDS_PREPARATION HELD SENDING SENT STOPPED SKIPPED EXPIRED REPLIED",
        "HELD, DRAFT NEEDS_PREPARATION SCHEDULED SENDING STOPPED SKIPPED EXPIRED REPLIED",
        "SENDING, SCHEDULED SENT FAILED UNCERTAIN",
        "UNCERTAIN, SENT FAILED REPLIED",
        "SENT, REPLIED FAILED",
    })
    void theLegalTransitionsAreTheseAndNoOthers(FollowUpState from, String targets) {
        var legal = EnumSet.noneOf(FollowUpState.class);
        Arrays.stream(targets.split(" ")).map(FollowUpState::valueOf).forEach(legal::add);

        for (FollowUpState to : FollowUpState.values()) {
            assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(legal.contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLIED", "STOPPED", "SKIPPED", "FAILED", "EXPIRED"})
    void nothingFollowsAnEnd(FollowUpState end) {
        assertThat(FollowUpState.values()).noneMatch(end::mayBecome);
    }

    @Test
    void whatMayHaveBeenSentIsNeverScheduledAgain() {
        assertThat(EnumSet.of(FollowUpState.SENT, FollowUpState.UNCERTAIN))
                .noneMatch(state -> state.mayBecome(FollowUpState.SCHEDULED) || state.mayBecome(FollowUpState.SENDING));
    }

    @Test
    void onlyWhatWasSentGoesOnWithItsNextStep() {
        for (FollowUpState from : FollowUpState.values()) {
            for (FollowUpState to : FollowUpState.values()) {
                boolean begins = to == FollowUpState.SCHEDULED
                        || to == FollowUpState.DRAFT
                        || to == FollowUpState.NEEDS_PREPARATION;
                assertThat(from.mayGoOnAs(to)).as("%s to %s", from, to).isEqualTo(from == FollowUpState.SENT && begins);
            }
        }
    }
}
