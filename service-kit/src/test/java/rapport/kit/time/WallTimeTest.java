package rapport.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.problem.Invalid;

class WallTimeTest {

    @ParameterizedTest
    @CsvSource({
        // ordinary days
        "2026-11-20T09:00, Europe/Berlin, 2026-11-20T08:00:00Z",
        "2028-02-29T12:00, Europe/Berlin, 2028-02-29T11:00:00Z",
        "2026-01-31T23:59, Pacific/Kiritimati, 2026-01-31T09:59:00Z",
        "2026-01-31T23:59, Pacific/Pago_Pago, 2026-02-01T10:59:00Z",
        "2026-06-01T00:00, UTC, 2026-06-01T00:00:00Z",
        // gaps: the first valid minute after them
        "2026-03-29T02:00, Europe/Berlin, 2026-03-29T01:00:00Z",
        "2026-03-29T02:30, Europe/Berlin, 2026-03-29T01:00:00Z",
        "2026-03-29T03:00, Europe/Berlin, 2026-03-29T01:00:00Z",
        "2026-03-08T02:59, America/New_York, 2026-03-08T07:00:00Z",
        "2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:30:00Z",
        "2026-03-22T02:30, Africa/Casablanca, 2026-03-22T02:00:00Z",
        // overlaps: the earlier of the two
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00Z",
        "2026-10-25T03:00, Europe/Berlin, 2026-10-25T02:00:00Z",
        "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-04-05T01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z",
        "2026-02-15T02:30, Africa/Casablanca, 2026-02-15T01:30:00Z"
    })
    void aWallTimeIsOneInstant(LocalDateTime local, String zone, Instant expected) {
        assertThat(WallTime.resolve(local, WallTime.zone(zone))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+02:00", "UTC+2", "CET", "EST", "GMT+1", "SystemV/EST5", "europe/berlin", "Europe/Atlantis", ""
            })
    void whatIsNoIanaZoneIsRefused(String name) {
        assertThatThrownBy(() -> WallTime.zone(name)).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(
                        invalid.faults().getFirst().pointer())
                .isEqualTo("/zone"));
    }

    @Test
    void aRefusedNameIsEchoedInPart() {
        assertThatThrownBy(() -> WallTime.zone("z".repeat(500)))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(
                                invalid.faults().getFirst().message())
                        .doesNotContain("z".repeat(65)));
    }
}
