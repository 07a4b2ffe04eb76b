package rapport.contacts.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MentoringRequestTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final EnumSet<RequestState> LIVE = EnumSet.of(RequestState.OPEN, RequestState.WAITLISTED);

    private static final MentoringConfig CONFIG = new MentoringConfig() {
        @Override
        public int mostOpen() {
            return 3;
        }

        @Override
        public Duration open() {
            return Duration.ofDays(14);
        }

        @Override
        public Duration remindAfter() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration longestWait() {
            return Duration.ofDays(90);
        }
    };

    private static MentoringRequest open() {
        var request = new MentoringRequest(
                UUID.randomUUID(), "maya", UUID.randomUUID(), UUID.randomUUID(), "Would you?", NOON);
        request.open(NOON, CONFIG);
        return request;
    }

    @Test
    void aRequestThatNobodyAnsweredIsOverWhenItsTimeIsOver() {
        var request = open();
        Instant later = NOON.plus(Duration.ofDays(14));

        assertThat(request.stateAt(later.minusSeconds(1))).isEqualTo(RequestState.OPEN);
        assertThat(request.stateAt(later)).isEqualTo(RequestState.EXPIRED);
        assertThatThrownBy(() -> request.become(RequestState.ACCEPTED, later, LIVE))
                .isInstanceOf(MentoringRefused.NotPossible.class);
    }

    @Test
    void whoWaitsForAPlaceHasMoreTimeAndStartsAnewWhenThereIsOne() {
        var request = open();
        request.waitForPlace(CONFIG);
        Instant later = NOON.plus(Duration.ofDays(60));
        assertThat(request.stateAt(later)).isEqualTo(RequestState.WAITLISTED);

        request.open(later, CONFIG);

        assertThat(request.stateAt(later.plus(Duration.ofDays(13)))).isEqualTo(RequestState.OPEN);
    }

    @Test
    void theSameEndAgainChangesNothingAndAnotherOneIsRefused() {
        var request = open();
        assertThat(request.become(RequestState.DECLINED, NOON, LIVE)).isTrue();

        assertThat(request.become(RequestState.DECLINED, NOON, LIVE)).isFalse();
        assertThatThrownBy(() -> request.become(RequestState.ACCEPTED, NOON, LIVE))
                .isInstanceOf(MentoringRefused.NotPossible.class)
                .hasMessageContaining("DECLINED");
    }
}
