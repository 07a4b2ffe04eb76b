package rapport.events.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void theEarliestEntryCountsAlsoWhenItArrivesLast() {
        var timeline = new Timeline(List.of());

        assertThat(timeline.add(entry(20))).isEqualTo(Outcome.RECORDED);
        assertThat(timeline.add(entry(30))).isEqualTo(Outcome.ALREADY_IN);
        assertThat(timeline.add(entry(10))).isEqualTo(Outcome.RECORDED);

        assertThat(timeline.stays()).containsExactly(new Timeline.Stay(at(10), null));
        assertThat(timeline.isInside()).isTrue();
    }

    @Test
    void anExitWithoutAnEntryMeansNothingUntilTheEntryArrives() {
        var timeline = new Timeline(List.of());

        assertThat(timeline.add(exit(20))).isEqualTo(Outcome.NOT_IN);
        assertThat(timeline.stays()).isEmpty();
        assertThat(timeline.add(entry(10))).isEqualTo(Outcome.RECORDED);

        assertThat(timeline.stays()).containsExactly(new Timeline.Stay(at(10), at(20)));
        assertThat(timeline.isInside()).isFalse();
    }

    @Test
    void whoComesBackHasTwoStays() {
        var timeline = new Timeline(List.of(entry(30), exit(20), entry(10)));

        assertThat(timeline.stays())
                .containsExactly(new Timeline.Stay(at(10), at(20)), new Timeline.Stay(at(30), null));
    }

    @Property
    void anyOrderAndAnyRepetitionGivesTheSameTimeline(@ForAll("marks") List<Mark> marks, @ForAll Random order) {
        var expected = new Timeline(marks);
        var shuffled = new ArrayList<>(marks);
        shuffled.addAll(marks.subList(0, marks.size() / 2));
        Collections.shuffle(shuffled, order);

        var timeline = new Timeline(List.of());
        shuffled.forEach(timeline::add);

        assertThat(timeline.stays()).isEqualTo(expected.stays());
        assertThat(timeline.isInside()).isEqualTo(expected.isInside());
    }

    @Property
    void staysFollowEachOtherAndOnlyTheLastIsOpen(@ForAll("marks") List<Mark> marks) {
        var timeline = new Timeline(marks);
        var stays = timeline.stays();

        for (int i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            assertThat(stay.until() == null).isEqualTo(i == stays.size() - 1 && timeline.isInside());
            if (stay.until() != null) {
                assertThat(stay.until()).isAfterOrEqualTo(stay.from());
            }
            if (i > 0) {
                assertThat(stay.from()).isAfterOrEqualTo(stays.get(i - 1).until());
            }
        }
    }

    @Provide
    Arbitrary<List<Mark>> marks() {
        return Combinators.combine(
                        Arbitraries.of(CheckInType.class),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 40))
                .as((type, minute, id) -> new Mark(type, at(minute), new UUID(id, id)))
                .list()
                .uniqueElements(Mark::scanId)
                .ofMaxSize(12);
    }

    private static Mark entry(int minute) {
        return new Mark(CheckInType.ENTRY, at(minute), UUID.randomUUID());
    }

    private static Mark exit(int minute) {
        return new Mark(CheckInType.EXIT, at(minute), UUID.randomUUID());
    }

    private static Instant at(int minute) {
        return NINE.plusSeconds(60L * minute);
    }
}
