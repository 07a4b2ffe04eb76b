package rapport.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventStatusTest {
    private static final Map<EventStatus, Set<EventStatus>> LIFE_CYCLE = Map.of(
            EventStatus.DRAFT, EnumSet.of(EventStatus.PUBLISHED),
            EventStatus.PUBLISHED, EnumSet.of(EventStatus.CANCELLED, EventStatus.ARCHIVED),
            EventStatus.CANCELLED, EnumSet.noneOf(EventStatus.class),
            EventStatus.ARCHIVED, EnumSet.noneOf(EventStatus.class));

    @ParameterizedTest
    @EnumSource
    void onlyTheStepsOfTheLifeCycleAreTaken(EventStatus from) {
        for (EventStatus to : EventStatus.values()) {
            assertThat(from.mayBecome(to))
                    .as(from + " to " + to)
                    .isEqualTo(LIFE_CYCLE.get(from).contains(to));
        }
    }
}
