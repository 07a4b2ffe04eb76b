package rapport.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.edit.Change;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Violations;

class PlausibleYearTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Dates(
            @PlausibleYear Instant instant,
            @PlausibleYear LocalDate date,
            @PlausibleYear LocalDateTime wall,
            @PlausibleYear OffsetDateTime offset,
            List<@PlausibleYear LocalDate> many,
            Change<@PlausibleYear LocalDateTime> change) {}

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00", "2026-11-20T09:00:00", "2028-02-29T12:00:00", "2100-12-31T23:59:59"})
    void yearsFrom2000To2100AreAccepted(String time) {
        assertThat(faults(allAt(LocalDateTime.parse(time)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-9999-01-01T00:00:00",
                "0000-01-01T00:00:00",
                "0026-11-20T09:00:00",
                "1970-01-01T00:00:00",
                "1999-12-31T23:59:59",
                "2101-01-01T00:00:00",
                "2206-11-20T09:00:00",
                "+300000-01-01T00:00:00"
            })
    void allOthersAreRefusedWhereverTheyStand(String time) {
        assertThat(faults(allAt(LocalDateTime.parse(time))))
                .extracting(Fault::pointer)
                .containsExactly("/change", "/date", "/instant", "/many/1", "/offset", "/wall");
    }

    @Test
    void whatIsLeftOutOrNullIsNoFault() {
        assertThat(faults(new Dates(null, null, null, null, null, null))).isEmpty();
        assertThat(faults(new Dates(null, null, null, null, List.of(), Change.absent())))
                .isEmpty();
        assertThat(faults(new Dates(null, null, null, null, List.of(), Change.cleared())))
                .isEmpty();
    }

    @Test
    void anInstantIsJudgedInUtcAndAnOffsetTimeAsItIsWritten() {
        var midnightInBerlin = OffsetDateTime.parse("2000-01-01T00:30:00+01:00");

        var faults = faults(new Dates(midnightInBerlin.toInstant(), null, null, midnightInBerlin, null, null));

        assertThat(faults)
                .containsExactly(new Fault("/instant", "out-of-range", "The year has to be from 2000 to 2100."));
    }

    @Test
    void theEdgesOfTimeAreNoErrors() {
        assertThat(Stream.of(Instant.MIN, Instant.MAX)
                        .map(edge -> faults(new Dates(edge, null, null, null, null, null))))
                .allSatisfy(faults -> assertThat(faults).hasSize(1));
    }

    private static Dates allAt(LocalDateTime time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        return new Dates(
                utc.toInstant(),
                time.toLocalDate(),
                time,
                utc,
                List.of(LocalDate.of(2026, 1, 1), time.toLocalDate()),
                Change.set(time));
    }

    private static List<Fault> faults(Dates dates) {
        return Violations.ofBody(VALIDATOR.validate(dates));
    }
}
