package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class QueueFiguresTest {

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    Claimer claimer;

    @Inject
    QueueFigures figures;

    @Inject
    MeterRegistry registry;

    private UUID event;

    @BeforeEach
    void nothingWaits() {
        letters.clear();
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
    }

    @AfterEach
    void clear() {
        letters.clear();
    }

    @Test
    void operatorsSeeWhatIsDueAndWhatIsHeldByItsReason() throws SQLException {
        UUID person = world.person("Dr. Lucía López", null, "lopez@clinic.example", "Europe/Madrid");
        UUID held = letters.due("maya", world.contact("maya", person, event, "SCANNED", false), event);
        claimer.claim(Clock.systemUTC(), 10, Duration.ofMinutes(2));
        letters.due("ben", world.contact("ben", person, event, "SPEAKER", false), event);

        figures.count(Clock.systemUTC().instant().plusSeconds(60));

        assertThat(letters.reason(held)).isEqualTo("email-not-shared");
        assertThat(registry.get("followup.due").gauge().value()).isEqualTo(1);
        assertThat(registry.get("followup.lag").gauge().value()).isGreaterThanOrEqualTo(60);
        assertThat(registry.get("followup.held")
                        .tag("reason", "email-not-shared")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("followup.uncertain").gauge().value()).isZero();
        assertThat(registry.get("followup.safe.mode").gauge().value()).isZero();
        assertThat(registry.get("followup.double.sends").counter().count()).isZero();
    }
}
