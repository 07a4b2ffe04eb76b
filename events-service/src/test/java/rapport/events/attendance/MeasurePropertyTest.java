package rapport.events.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against a model that knows only seconds: a bit for each one of the session. */
class MeasurePropertyTest {
    private static final Instant START = Instant.parse("2026-10-25T00:00:00Z");
    private static final int LENGTH = 600;
    private static final Span SESSION = new Span(START, START.plusSeconds(LENGTH));

    @Property
    void neitherOrderNorRepetitionMatters(@ForAll("stays") List<Stay> stays, @ForAll Random random) {
        var again = new ArrayList<>(stays);
        again.addAll(stays.subList(0, stays.size() / 2));
        Collections.shuffle(again, random);

        assertThat(Measure.of(SESSION, 70, again)).isEqualTo(Measure.of(SESSION, 70, stays));
    }

    @Property
    void whatIsMeasuredAreTheSecondsThatAnyStayCovers(@ForAll("stays") List<Stay> stays) {
        BitSet model = seconds(stays);
        Measure measure = Measure.of(SESSION, 70, stays);

        assertThat(measure.seconds()).isEqualTo(model.cardinality());
        assertThat(measure.percent()).isEqualTo(100 * model.cardinality() / LENGTH);
        assertThat(measure.firstIn()).isEqualTo(model.isEmpty() ? null : START.plusSeconds(model.nextSetBit(0)));
        assertThat(measure.lastOut()).isEqualTo(model.isEmpty() ? null : START.plusSeconds(model.length()));
    }

    @Property
    void aStayCutInTwoIsTheSameStay(@ForAll("stays") List<Stay> stays, @ForAll Random random) {
        var cut = new ArrayList<Stay>();
        for (Stay stay : stays) {
            if (stay.leftAt() == null || stay.leftAt().equals(stay.joinedAt())) {
                cut.add(stay);
            } else {
                long length = stay.leftAt().getEpochSecond() - stay.joinedAt().getEpochSecond();
                Instant middle = stay.joinedAt().plusSeconds(random.nextLong(length));
                cut.add(new Stay(stay.source(), stay.joinedAt(), middle, null));
                cut.add(new Stay(stay.source(), middle, stay.leftAt(), null));
            }
        }

        assertThat(Measure.of(SESSION, 70, cut)).isEqualTo(Measure.of(SESSION, 70, stays));
    }

    @Property
    void oneMoreStayNeverTakesTimeAway(@ForAll("stays") List<Stay> stays, @ForAll("stay") Stay more) {
        var longer = new ArrayList<>(stays);
        longer.add(more);

        assertThat(Measure.of(SESSION, 70, longer).seconds())
                .isGreaterThanOrEqualTo(Measure.of(SESSION, 70, stays).seconds());
    }

    @Property
    void timeIsAssumedExactlyWhereOnlyAGuessCoversIt(@ForAll("stays") List<Stay> stays) {
        BitSet guessed = seconds(stays);
        guessed.andNot(seconds(stays.stream().filter(stay -> !stay.isGuess()).toList()));

        assertThat(Measure.of(SESSION, 70, stays).assumed()).isEqualTo(!guessed.isEmpty());
    }

    private static BitSet seconds(List<Stay> stays) {
        var seconds = new BitSet(LENGTH);
        for (Stay stay : stays) {
            long from = stay.joinedAt() == null ? 0 : stay.joinedAt().getEpochSecond() - START.getEpochSecond();
            long to = stay.joinedAt() == null
                    ? stay.seconds()
                    : stay.leftAt() == null ? LENGTH : stay.leftAt().getEpochSecond() - START.getEpochSecond();
            for (long second = Math.max(0, from); second < Math.min(LENGTH, to); second++) {
                seconds.set((int) second);
            }
        }
        return seconds;
    }

    @Provide
    Arbitrary<List<Stay>> stays() {
        return stay().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Stay> stay() {
        Arbitrary<Instant> time =
                Arbitraries.integers().between(-100, LENGTH + 100).map(START::plusSeconds);
        Arbitrary<PresenceSource> source = Arbitraries.of(PresenceSource.values());
        Arbitrary<Stay> closed = Combinators.combine(
                        source, time, Arbitraries.integers().between(0, 400))
                .as((who, from, length) -> new Stay(who, from, from.plusSeconds(length), null));
        Arbitrary<Stay> open = Combinators.combine(source, time).as((who, from) -> new Stay(who, from, null, null));
        Arbitrary<Stay> timeless = Combinators.combine(
                        source, Arbitraries.integers().between(0, LENGTH + 100))
                .as((who, length) -> new Stay(who, null, null, length));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, closed),
                net.jqwik.api.Tuple.of(1, open),
                net.jqwik.api.Tuple.of(1, timeless));
    }
}
