package rapport.contacts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static Instant day(int day) {
        return Instant.parse("2026-11-01T12:00:00Z").plusSeconds(86_400L * day);
    }

    private static Balance.Item recorded(EntryKind kind, int day) {
        return new Balance.Item(kind, kind.usualParty(), EntryState.RECORDED, day(day), null, null);
    }

    private static Balance.Item promise(Party by, EntryState state, int madeOn, LocalDate due) {
        return new Balance.Item(
                EntryKind.PROMISE, by, state, day(madeOn), state == EntryState.OPEN ? null : day(madeOn + 1), due);
    }

    private static Balance of(Balance.Item... items) {
        return Balance.of(List.of(items), TODAY);
    }

    @Test
    void nothingStandsBetweenThoseWhoHaveDoneNothing() {
        assertThat(of().advice()).isEqualTo(Balance.Advice.READY_TO_ASK);
        assertThat(of().because()).containsExactly("You gave nothing and were given nothing.");
    }

    @Test
    void anOverduePromiseComesBeforeEverythingElse() {
        var balance = of(
                promise(Party.ME, EntryState.OPEN, 1, TODAY.minusDays(1)),
                promise(Party.ME, EntryState.OPEN, 1, TODAY),
                recorded(EntryKind.RECEIVED, 2));

        assertThat(balance.advice()).isEqualTo(Balance.Advice.KEEP_YOUR_PROMISE);
        assertThat(balance.because()).contains("You have 2 open promises, 1 of them overdue.");
    }

    @Test
    void whatWasReceivedWantsAThankYouAndThenSomethingInReturn() {
        assertThat(of(recorded(EntryKind.RECEIVED, 2)).advice()).isEqualTo(Balance.Advice.SAY_THANK_YOU);
        assertThat(of(recorded(EntryKind.RECEIVED, 2), recorded(EntryKind.RECEIVED, 3), recorded(EntryKind.THANKED, 4))
                        .advice())
                .isEqualTo(Balance.Advice.GIVE_FIRST);
        assertThat(of(
                                recorded(EntryKind.RECEIVED, 2),
                                recorded(EntryKind.RECEIVED, 3),
                                recorded(EntryKind.THANKED, 4),
                                promise(Party.ME, EntryState.KEPT, 5, TODAY))
                        .advice())
                .isEqualTo(Balance.Advice.READY_TO_ASK);
    }

    @Test
    void anAskThatIsNotAnsweredIsNotRepeated() {
        assertThat(of(recorded(EntryKind.ASK, 3)).advice()).isEqualTo(Balance.Advice.WAIT_FOR_AN_ANSWER);
        assertThat(of(recorded(EntryKind.ASK, 3), promise(Party.THEM, EntryState.KEPT, 4, TODAY))
                        .asked())
                .isZero();
    }

    @Test
    void whatWasCancelledCountsNowhere() {
        var slip = new Balance.Item(EntryKind.GIVEN, Party.ME, EntryState.CANCELLED, day(1), day(2), null);

        assertThat(of(slip, promise(Party.ME, EntryState.CANCELLED, 1, TODAY))).isEqualTo(of());
    }

    @Property
    void theOrderOfWritingDoesNotMatter(@ForAll("ledgers") List<Balance.Item> items, @ForAll long seed) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Balance.of(shuffled, TODAY)).isEqualTo(Balance.of(items, TODAY));
    }

    @Property
    void thankingNowLeavesNothingToThankFor(@ForAll("ledgers") List<Balance.Item> items) {
        var thanked = new ArrayList<>(items);
        thanked.add(recorded(EntryKind.THANKED, 400));

        assertThat(Balance.of(thanked, TODAY).unthanked()).isZero();
    }

    @Provide
    Arbitrary<List<Balance.Item>> ledgers() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 60);
        Arbitrary<Balance.Item> promises = Combinators.combine(
                        Arbitraries.of(Party.class),
                        Arbitraries.of(EntryState.OPEN, EntryState.KEPT, EntryState.BROKEN, EntryState.CANCELLED),
                        days,
                        days)
                .as((by, state, made, due) ->
                        promise(by, state, made, LocalDate.of(2026, 11, 1).plusDays(due)));
        Arbitrary<Balance.Item> others = Combinators.combine(
                        Arbitraries.of(EntryKind.class).filter(k -> k != EntryKind.PROMISE), days)
                .as(BalanceTest::recorded);
        return Arbitraries.oneOf(promises, others).list().ofMaxSize(30);
    }
}
