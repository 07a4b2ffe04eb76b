package rapport.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BusinessDaysTest {

    @Property(tries = 500)
    void exactlySoManyWorkingDaysLieBetweenAndTheLastIsOne(
            @ForAll("dates") LocalDate from,
            @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll("weeks") Set<DayOfWeek> working) {
        LocalDate day = Planner.businessDaysAfter(from, days, working);

        long counted = from.plusDays(1)
                .datesUntil(day.plusDays(1))
                .filter(each -> working.contains(each.getDayOfWeek()))
                .count();
        assertThat(counted).isEqualTo(days);
        assertThat(working).contains(day.getDayOfWeek());
    }

    @Property(tries = 100)
    void noDaysAreTheDayItself(@ForAll("dates") LocalDate from, @ForAll("weeks") Set<DayOfWeek> working) {
        assertThat(Planner.businessDaysAfter(from, 0, working)).isEqualTo(from);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2024, 1, 1).toEpochDay(),
                        LocalDate.of(2032, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Set<DayOfWeek>> weeks() {
        return Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1);
    }
}
