package rapport.followup.contactmerge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RivalryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    @Test
    void theOlderApprovedOneIsLeft() {
        var older = running(new UUID(9, 1), A, A, MONDAY);
        var younger = running(new UUID(9, 2), B, A, MONDAY.plusSeconds(60));

        var outcome = Rivalry.of(List.of(younger, older));

        assertThat(outcome.stop()).containsOnly(Map.entry(younger.id(), older.id()));
        assertThat(outcome.restore()).isEmpty();
    }

    @Test
    void twoForOneContactAreNoRivals() {
        var first = running(new UUID(9, 1), A, A, MONDAY);
        var second = running(new UUID(9, 2), A, A, MONDAY.plusSeconds(60));

        assertThat(Rivalry.of(List.of(first, second)).stop()).isEmpty();
    }

    @Test
    void undoingTheMergeBringsTheOtherOneBack() {
        var older = running(new UUID(9, 1), A, A, MONDAY);
        var younger =
                new Sequence(new UUID(9, 2), B, B, MONDAY.plusSeconds(60), false, new Sequence.Lost(older.id(), A));

        var outcome = Rivalry.of(List.of(older, younger));

        assertThat(outcome.restore()).containsExactly(younger.id());
        assertThat(outcome.stop()).isEmpty();
    }

    @Test
    void whoWasStoppedStaysSoWhenTheOtherOneWasSent() {
        var stopped =
                new Sequence(new UUID(9, 2), B, A, MONDAY.plusSeconds(60), false, new Sequence.Lost(new UUID(9, 1), A));

        assertThat(Rivalry.of(List.of(stopped)).restore()).isEmpty();
    }

    /** A follow-up for one of five contacts, approved at a minute. */
    record Written(int contact, int minute) {}

    /** Merges a contact into another one, or takes that back. */
    record Told(int contact, int into) {}

    @Property(tries = 2000)
    void whateverTheMergesAndTheirOrderOnlyHowThingsAreNowCounts(
            @ForAll("follow-ups") List<Written> written, @ForAll("merges") List<Told> merges) {
        Map<Integer, Integer> into = new HashMap<>();
        Map<Integer, Integer> lost = new HashMap<>();
        for (Told told : merges) {
            if (told.contact() == told.into()) {
                into.remove(told.contact());
            } else if (!into.containsKey(told.contact()) && end(into, told.into()) != told.contact()) {
                into.put(told.contact(), told.into());
            }
            settle(written, into, lost);
            settle(written, into, lost);
        }

        Map<Integer, Integer> afresh = new HashMap<>();
        settle(written, into, afresh);
        assertThat(lost.keySet()).isEqualTo(afresh.keySet());
        for (int i = 0; i < written.size(); i++) {
            int contact = end(into, written.get(i).contact());
            Set<Integer> left = new HashSet<>();
            for (int j = 0; j < written.size(); j++) {
                if (end(into, written.get(j).contact()) == contact && !lost.containsKey(j)) {
                    left.add(written.get(j).contact());
                }
            }
            assertThat(left)
                    .as("written for contacts that are one now, and running")
                    .hasSize(1);
        }
    }

    private static void settle(List<Written> written, Map<Integer, Integer> into, Map<Integer, Integer> lost) {
        List<Sequence> now = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Integer winner = lost.get(i);
            now.add(new Sequence(
                    new UUID(9, i),
                    new UUID(0, written.get(i).contact()),
                    new UUID(0, end(into, written.get(i).contact())),
                    MONDAY.plusSeconds(60L * written.get(i).minute()),
                    winner == null,
                    winner == null
                            ? null
                            : new Sequence.Lost(
                                    new UUID(9, winner),
                                    new UUID(0, end(into, written.get(winner).contact())))));
        }
        var outcome = Rivalry.of(now);
        outcome.restore().forEach(id -> lost.remove((int) id.getLeastSignificantBits()));
        outcome.stop()
                .forEach((id, winner) ->
                        lost.put((int) id.getLeastSignificantBits(), (int) winner.getLeastSignificantBits()));
    }

    private static int end(Map<Integer, Integer> into, int contact) {
        int at = contact;
        while (into.containsKey(at)) {
            at = into.get(at);
        }
        return at;
    }

    @Provide("follow-ups")
    Arbitrary<List<Written>> followUps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 20))
                .as(Written::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Told>> merges() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4))
                .as(Told::new)
                .list()
                .ofMaxSize(12);
    }

    private static Sequence running(UUID id, UUID madeFor, UUID contact, Instant approved) {
        return new Sequence(id, madeFor, contact, approved, true, null);
    }
}
