package rapport.followup.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.kit.problem.Invalid;

class BoundaryFormTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @Test
    void aClosedTimeBeginsAndEndsWhereThePersonIs() {
        var wanted = form("CLOSED", "5", "", "2026-12-24").wanted(LISBON);

        assertThat(wanted.until()).isEqualTo(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(wanted.modeAfter()).isEqualTo(BoundaryMode.BY_REQUEST);
        assertThat(form("CLOSED", "5", "Europe/Berlin", "2026-12-24")
                        .wanted(LISBON)
                        .until())
                .isEqualTo(Instant.parse("2026-12-23T23:00:00Z"));
    }

    @Test
    void whatIsLeftEmptyIsNotSaid() {
        var wanted = form("OPEN", "3", "", "2026-12-24").wanted(LISBON);

        assertThat(wanted.zone()).isNull();
        assertThat(wanted.until()).as("only a closed door opens again").isNull();
        assertThat(wanted.mentoring()).isNull();
        assertThat(wanted.topics()).containsExactly("sepsis", "ECMO", "in children");
        assertThat(wanted.languages()).containsExactly("de", "en");
        assertThat(wanted.workingDays()).isEqualTo(Set.of(DayOfWeek.MONDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "MAYBE, 5, '', ''",
        "OPEN, many, '', ''",
        "OPEN, '', '', ''",
        "OPEN, 5, Mars/Base, ''",
        "CLOSED, 5, '', soon",
        "CLOSED, 5, '', 2026-02-30",
    })
    void whatCannotBeReadIsRefused(String mode, String budget, String zone, String until) {
        assertThatThrownBy(() -> form(mode, budget, zone, until).wanted(LISBON)).isInstanceOf(Invalid.class);
    }

    @Test
    void withoutAVersionNothingIsOverwritten() {
        assertThatThrownBy(new BoundaryForm(null, null, null, null, null, null, null, null, null, null, null)::ifMatch)
                .isInstanceOf(Invalid.class);
    }

    private static BoundaryForm form(String mode, String budget, String zone, String until) {
        return new BoundaryForm(
                mode,
                budget,
                zone,
                List.of("MONDAY"),
                "08:00",
                "18:00",
                "sepsis, ECMO, in children,, ",
                "de , en",
                "",
                until,
                "1");
    }
}
