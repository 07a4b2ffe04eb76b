package rapport.contacts.depth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import rapport.contacts.contact.Band;
import rapport.contacts.interaction.Direction;
import rapport.contacts.interaction.InteractionKind;

class DepthTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Bond bond(Touch... touches) {
        return new Bond(ago(400), List.of(touches), 0, 0);
    }

    private static Touch mail(InteractionKind kind, int daysAgo) {
        return Touch.of(kind, kind.usualDirection(), ago(daysAgo));
    }

    @Test
    void whoHasJustMetIsNewAndCoolsWithoutAWord() {
        assertThat(Depth.of(bond(Touch.encounter(ago(3))), NOW).band()).isEqualTo(Band.NEW);
        assertThat(Depth.of(bond(Touch.encounter(ago(45))), NOW).band()).isEqualTo(Band.WARM);
        assertThat(Depth.of(bond(Touch.encounter(ago(80))), NOW).band()).isEqualTo(Band.COOLING);
        assertThat(Depth.of(bond(Touch.encounter(ago(181))), NOW).band()).isEqualTo(Band.DORMANT);
    }

    @Test
    void aCallAfterTheEncounterMakesItActiveAndSaysWhy() {
        var depth = Depth.of(
                new Bond(ago(20), List.of(Touch.encounter(ago(20)), mail(InteractionKind.CALL, 2)), 2, 0), NOW);

        assertThat(depth.band()).isEqualTo(Band.ACTIVE);
        assertThat(depth.because())
                .containsExactly(
                        "You were last in touch 2 days ago.",
                        "They took part every time.",
                        "You kept 2 of 2 promises.");
    }

    @Test
    void writingWithoutAnAnswerNeverMakesARelationshipActive() {
        var touches = new ArrayList<Touch>();
        touches.add(Touch.encounter(ago(70)));
        IntStream.range(0, 50).forEach(i -> touches.add(mail(InteractionKind.EMAIL_SENT, i)));

        var depth = Depth.of(new Bond(ago(70), touches, 0, 0), NOW);

        assertThat(depth.band()).isEqualTo(Band.WARM);
        assertThat(depth.because()).contains("Since the first time only you have been in touch.");
    }

    @Test
    void aContactWithoutAnyInteractionIsAsOldAsItIs() {
        assertThat(Depth.of(new Bond(ago(3), List.of(), 0, 0), NOW).band()).isEqualTo(Band.NEW);
        assertThat(Depth.of(new Bond(ago(300), List.of(), 0, 0), NOW).band()).isEqualTo(Band.DORMANT);
    }

    @Property
    void whatBothTookPartInOutweighsWhatOneDid(@ForAll("days") List<Integer> days) {
        var outbound = new Bond(
                ago(400),
                days.stream()
                        .map(d -> new Touch(ago(d), Direction.OUTBOUND, 10))
                        .toList(),
                0,
                0);
        var mutual = new Bond(
                ago(400),
                days.stream().map(d -> new Touch(ago(d), Direction.MUTUAL, 10)).toList(),
                0,
                0);

        assertThat(Depth.warmth(mutual, NOW)).isGreaterThan(Depth.warmth(outbound, NOW));
        assertThat(closeness(mutual)).isGreaterThanOrEqualTo(closeness(outbound));
    }

    @Property
    void anotherInteractionNeverMakesARelationshipColder(@ForAll("bonds") Bond bond, @ForAll("touches") Touch more) {
        var with = new Bond(
                bond.since(),
                Stream.concat(bond.touches().stream(), Stream.of(more)).toList(),
                bond.kept(),
                bond.broken());

        assertThat(Depth.warmth(with, NOW)).isGreaterThanOrEqualTo(Depth.warmth(bond, NOW) - 1e-9);
    }

    @Property
    void keepingAPromiseWarmsAndBreakingOneCools(@ForAll("bonds") Bond bond) {
        var kept = new Bond(bond.since(), bond.touches(), bond.kept() + 1, bond.broken());
        var broken = new Bond(bond.since(), bond.touches(), bond.kept(), bond.broken() + 1);

        assertThat(Depth.warmth(kept, NOW)).isGreaterThanOrEqualTo(Depth.warmth(bond, NOW));
        assertThat(Depth.warmth(broken, NOW)).isLessThanOrEqualTo(Depth.warmth(bond, NOW));
    }

    @Property
    void theOrderInWhichThingsWereLearnedDoesNotMatter(@ForAll("bonds") Bond bond, @ForAll long seed) {
        var shuffled = new ArrayList<>(bond.touches());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Depth.of(new Bond(bond.since(), shuffled, bond.kept(), bond.broken()), NOW))
                .isEqualTo(Depth.of(bond, NOW));
    }

    @Property
    void timeAloneOnlyCools(@ForAll("bonds") Bond bond) {
        assertThat(Depth.warmth(bond, NOW.plus(Duration.ofDays(30)))).isLessThanOrEqualTo(Depth.warmth(bond, NOW));
        assertThat(Depth.of(bond, NOW.plus(Duration.ofDays(600))).band()).isEqualTo(Band.DORMANT);
    }

    private static int closeness(Bond bond) {
        return switch (Depth.of(bond, NOW).band()) {
            case ACTIVE -> 3;
            case WARM, NEW -> 2;
            case COOLING -> 1;
            case DORMANT -> 0;
        };
    }

    @Provide
    Arbitrary<List<Integer>> days() {
        return Arbitraries.integers().between(0, 300).list().ofMinSize(1).ofMaxSize(30);
    }

    @Provide
    Arbitrary<Touch> touches() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.of(Direction.class),
                        Arbitraries.integers().between(5, 40))
                .as((days, direction, tenths) -> new Touch(ago(days), direction, tenths));
    }

    @Provide
    Arbitrary<Bond> bonds() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 5);
        return Combinators.combine(touches().list().ofMaxSize(30), few, few)
                .as((touches, kept, broken) -> new Bond(ago(400), touches, kept, broken));
    }
}
