package rapport.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import rapport.kit.problem.DomainException;

class MissesTest {
    private final Misses misses = new Misses(new MissesConfig() {
        @Override
        public long perSecond() {
            return 1;
        }

        @Override
        public long burst() {
            return 10;
        }
    });

    @Test
    void whoMissesNowAndThenNeverNotices() {
        misses.add("gate", 9);

        assertThatCode(() -> misses.requireFew("gate")).doesNotThrowAnyException();
    }

    @Test
    void whoTriesOutTokensIsStoppedAndNobodyElse() {
        misses.add("thief", 500);

        var refusal = catchThrowableOfType(DomainException.class, () -> misses.requireFew("thief"));

        assertThat(refusal.kind().status()).isEqualTo(429);
        assertThat(refusal.retryAfter().orElseThrow()).isGreaterThan(Duration.ofMinutes(7));
        assertThatCode(() -> misses.requireFew("gate")).doesNotThrowAnyException();
    }
}
