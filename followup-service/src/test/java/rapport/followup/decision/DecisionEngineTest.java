package rapport.followup.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.circumstances.StopKind;
import rapport.followup.decision.Facts.ContactState;
import rapport.followup.decision.Facts.EventState;
import rapport.followup.window.Hours;
import rapport.followup.window.WorkingWindow;

class DecisionEngineTest {

    /** A Wednesday, 10:00 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    private final DecisionEngine engine = new DecisionEngine(new Rules(Duration.ofMinutes(15)));

    @Test
    void aPreparedMessageToAnOpenSpeakerGoes() {
        assertThat(engine.decide(new Case().facts(), NOW).sends()).isTrue();
    }

    @Test
    void allGatesAreAskedAndRecordedInTheirOrder() {
        var decision = engine.decide(new Case().facts(), NOW);

        assertThat(decision.gates()).extracting(GateResult::gate).containsExactly(Gate.values());
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, contact-unknown", "PENDING, contact-pending", "NEEDS_CONSENT, consent-missing"})
    void withoutConsentAMessageIsHeldAndAskedAboutAgain(ContactState state, String reason) {
        var decision =
                engine.decide(new Case().contact(state, true, false, false).facts(), NOW);

        assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.nextCheckAt()).isEqualTo(NOW.plusSeconds(900));
        assertThat(decision.estimatedSendAt()).isNull();
    }

    @Test
    void aScanIsNeverConsentToMail() {
        var seeded = new Case().contact(ContactState.ACTIVE, false, false, false);
        var chosen = seeded.recipient(BoundaryMode.OPEN, true, false, false);
        var shared = new Case().contact(ContactState.ACTIVE, false, true, false);

        assertThat(engine.decide(
                                seeded.recipient(BoundaryMode.OPEN, false, false, false)
                                        .facts(),
                                NOW)
                        .reason())
                .isEqualTo("email-not-shared");
        assertThat(engine.decide(chosen.facts(), NOW).sends()).isTrue();
        assertThat(engine.decide(shared.facts(), NOW).sends()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RELAY, HOLD, relay-only", "BY_REQUEST, HOLD, by-request-only", "CLOSED, STOP, boundary-closed"})
    void theBoundaryDecides(BoundaryMode mode, Verdict verdict, String reason) {
        var decision =
                engine.decide(new Case().recipient(mode, true, false, false).facts(), NOW);

        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.reason()).isEqualTo(reason);
    }

    @Test
    void aStopOutranksAHoldThatWasAskedEarlier() {
        var pendingAndCancelled =
                new Case().contact(ContactState.PENDING, false, false, false).event(EventState.CANCELLED, null);

        var decision = engine.decide(pendingAndCancelled.facts(), NOW);

        assertThat(decision.verdict()).isEqualTo(Verdict.STOP);
        assertThat(decision.reason()).isEqualTo("event-cancelled");
    }

    @Test
    void erasureSuppressionAndDoNotContactStopInThisOrder() {
        var all = new Case()
                .contact(ContactState.ACTIVE, true, false, true)
                .recipient(BoundaryMode.OPEN, true, true, true);

        assertThat(engine.decide(all.facts(), NOW).reason()).isEqualTo("erased");
        assertThat(engine.decide(
                                all.recipient(BoundaryMode.OPEN, true, false, true)
                                        .facts(),
                                NOW)
                        .reason())
                .isEqualTo("address-suppressed");
        assertThat(engine.decide(
                                all.recipient(BoundaryMode.OPEN, true, false, false)
                                        .facts(),
                                NOW)
                        .reason())
                .isEqualTo("do-not-contact");
    }

    @Test
    void aPauseHoldsUntilItsEndAndNotLonger() {
        var until = Instant.parse("2026-11-20T23:00:00Z");

        var held = engine.decide(new Case().paused(until, "paused").facts(), NOW);
        assertThat(held.verdict()).isEqualTo(Verdict.HOLD);
        assertThat(held.reason()).isEqualTo("paused");
        // The pause ends on a Friday night; the window opens on Monday.
        assertThat(held.nextCheckAt()).isEqualTo(Instant.parse("2026-11-23T07:00:00Z"));
        assertThat(engine.decide(new Case().paused(NOW, "paused").facts(), NOW).sends())
                .isTrue();
    }

    @Test
    void aHolidayHoldsUntilItsEndAndAClosedDoorStops() {
        var until = Instant.parse("2026-11-20T23:00:00Z");

        assertThat(engine.decide(new Case().closedUntil(until).facts(), NOW).nextCheckAt())
                .isEqualTo(Instant.parse("2026-11-23T07:00:00Z"));
        assertThat(engine.decide(new Case().closedUntil(NOW).facts(), NOW).verdict())
                .isEqualTo(Verdict.HOLD);
        assertThat(engine.decide(new Case().closedUntil(null).facts(), NOW).reason())
                .isEqualTo("boundary-closed");
    }

    @Test
    void whatTheBoundaryHasAgainstThisVeryMessageStopsItInEveryMode() {
        var refused = new Facts.Wishes(null, null, null, Facts.Asking.NOT_ASKED, "mentoring-not-wanted");

        var decision = engine.decide(new Case().wishing(refused).facts(), NOW);

        assertThat(decision.verdict()).isEqualTo(Verdict.STOP);
        assertThat(decision.reason()).isEqualTo("mentoring-not-wanted");
    }

    @ParameterizedTest
    @CsvSource({
        "BY_REQUEST, NONE,     HOLD, by-request-only",
        "BY_REQUEST, LATER,    HOLD, asked-for-later",
        "BY_REQUEST, ACCEPTED, PASS,",
        "BY_REQUEST, DECLINED, STOP, request-declined",
        "RELAY,      NONE,     HOLD, relay-only",
        "RELAY,      LATER,    HOLD, asked-for-later",
        "RELAY,      ACCEPTED, PASS,",
        "RELAY,      DECLINED, STOP, request-declined",
        "OPEN,       DECLINED, PASS,",
        "CLOSED,     ACCEPTED, STOP, boundary-closed",
    })
    void whoWantsToBeAskedDecidesAboutEachSender(
            BoundaryMode mode, Facts.Answer answer, Verdict verdict, String reason) {
        var decision = engine.decide(
                new Case().asked(mode, answer, NOW.plus(Duration.ofDays(2))).facts(), NOW);

        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.reason()).isEqualTo(reason);
    }

    @Test
    void anEventThatMovedLaterMovesTheMessageAndOneThatMovedIntoThePastDoesNothing() {
        var later = NOW.plus(Duration.ofDays(30));

        assertThat(engine.decide(new Case().event(EventState.ON, later).facts(), NOW)
                        .nextCheckAt())
                .isEqualTo(later);
        assertThat(engine.decide(
                                new Case()
                                        .event(EventState.ON, NOW.minusSeconds(9999999))
                                        .facts(),
                                NOW)
                        .sends())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(StopKind.class)
    void whatHappenedBetweenTheTwoStopsWhatIsUnsent(StopKind kind) {
        var decision = engine.decide(new Case().timing(NOW, false, kind).facts(), NOW);

        assertThat(decision.verdict()).isEqualTo(Verdict.STOP);
        assertThat(decision.reason()).isEqualTo(kind.reason());
    }

    @Test
    void aLateMessageIsSkippedOrExpiresIfTheBudgetWasTheReason() {
        var yesterday = NOW.minus(Duration.ofDays(1));

        assertThat(engine.decide(new Case().timing(yesterday, false, null).facts(), NOW)
                        .verdict())
                .isEqualTo(Verdict.SKIP);
        assertThat(engine.decide(new Case().timing(yesterday, true, null).facts(), NOW)
                        .verdict())
                .isEqualTo(Verdict.EXPIRE);
    }

    @Test
    void aMessageThatWaitsIsLookedAtWhenItsTimeRunsOut() {
        var tomorrow = NOW.plus(Duration.ofDays(1));
        var full = new Facts.Budget(1, List.of(NOW.minusSeconds(60)), 0);

        var decision = engine.decide(
                new Case().timing(tomorrow, false, null).budget(full).facts(), NOW);

        assertThat(decision.nextCheckAt()).isEqualTo(tomorrow.plusSeconds(1));
        assertThat(decision.estimatedSendAt()).isEqualTo("2026-11-25T08:59:00Z");
    }

    @Test
    void aHeldMessageKnowsItsDateInTheQueue() {
        var monday = Instant.parse("2026-11-16T09:00:00Z");
        var full = new Facts.Budget(2, List.of(monday, NOW.minusSeconds(60)), 2);

        // The first two waiting take the places of Monday and of today, the third that of the first, a week later.
        assertThat(engine.decide(new Case().budget(full).facts(), NOW).estimatedSendAt())
                .isEqualTo("2026-11-30T09:00:00Z");
    }

    @Test
    void aRecipientWhoTakesNoneHasNoDate() {
        var none = new Facts.Budget(0, List.of(), 0);

        assertThat(engine.decide(new Case().budget(none).facts(), NOW).estimatedSendAt())
                .isNull();
    }

    @Test
    void outsideTheWindowItWaitsForTheNextOpening() {
        var night = Instant.parse("2026-11-18T22:00:00Z");

        assertThat(engine.decide(new Case().facts(), night).nextCheckAt()).isEqualTo("2026-11-19T07:00:00Z");
    }

    @Test
    void anUnknownZoneFailsClosed() {
        var decision = engine.decide(new Case().windows(List.of()).facts(), NOW);

        assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
        assertThat(decision.reason()).isEqualTo("zone-unknown");
    }

    @Test
    void aTextThatIsNotReadyGoesBackToItsOwner() {
        assertThat(engine.decide(new Case().content("placeholder-unresolved").facts(), NOW)
                        .verdict())
                .isEqualTo(Verdict.PREPARE);
    }

    @ParameterizedTest
    @EnumSource(BoundaryMode.class)
    void theSameFactsGiveTheSameDecision(BoundaryMode mode) {
        var facts = new Case().recipient(mode, true, false, false).facts();

        assertThat(engine.decide(facts, NOW))
                .isEqualTo(new DecisionEngine(new Rules(Duration.ofMinutes(15))).decide(facts, NOW));
    }

    @Property(tries = 300)
    void neverMoreThanTheBudgetInAnySevenDays(
            @ForAll @IntRange(min = 1, max = 6) int limit,
            @ForAll @Size(max = 40) List<@IntRange(max = 30 * 24) Integer> arrivalHours) {
        var sent = new ArrayList<Instant>();
        for (int hour : arrivalHours.stream().sorted().toList()) {
            Instant at = NOW.plus(Duration.ofHours(hour));
            var budget = new Facts.Budget(limit, sent, 0);
            Instant free = BudgetWindow.freeAt(budget, at).orElseThrow();
            assertThat(free.equals(at)).isEqualTo(BudgetWindow.remaining(limit, sent, at) > 0);
            if (free.equals(at)) {
                sent.add(at);
            }
        }
        for (Instant end : sent) {
            assertThat(sent.stream().filter(at -> !at.isAfter(end) && at.isAfter(end.minus(BudgetWindow.LENGTH))))
                    .hasSizeLessThanOrEqualTo(limit);
        }
    }

    /** A message that may go, changed where a test needs it. */
    private static final class Case {
        private static final WorkingWindow WEEKDAYS = new WorkingWindow(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Hours.of("08:00", "18:00"),
                ZoneId.of("Europe/Berlin"));

        private final Facts facts;

        Case() {
            this(new Facts(
                    new Facts.Contact(ContactState.ACTIVE, true, false, false),
                    new Facts.Recipient(true, false, true, false, BoundaryMode.OPEN, false, Facts.Wishes.NONE),
                    new Facts.Occasion(EventState.ON, false, NOW.minusSeconds(60)),
                    new Facts.Timing(NOW.plus(Duration.ofDays(60)), false, null),
                    new Facts.Budget(5, List.of(), 0),
                    List.of(WEEKDAYS),
                    List.of()));
        }

        private Case(Facts facts) {
            this.facts = facts;
        }

        Facts facts() {
            return facts;
        }

        Case contact(ContactState state, boolean speaker, boolean shared, boolean doNotContact) {
            return with(f -> new Facts(
                    new Facts.Contact(state, speaker, shared, doNotContact),
                    f.recipient(),
                    f.occasion(),
                    f.timing(),
                    f.budget(),
                    f.windows(),
                    f.contentFaults()));
        }

        Case recipient(BoundaryMode mode, boolean own, boolean erased, boolean suppressed) {
            return with(f -> new Facts(
                    f.contact(),
                    new Facts.Recipient(
                            true,
                            erased,
                            true,
                            suppressed,
                            mode,
                            own,
                            f.recipient().wishes()),
                    f.occasion(),
                    f.timing(),
                    f.budget(),
                    f.windows(),
                    f.contentFaults()));
        }

        Case wishing(Facts.Wishes wishes) {
            var r = facts.recipient();
            return with(f -> new Facts(
                    f.contact(),
                    new Facts.Recipient(
                            r.known(), r.erased(), r.reachable(), r.suppressed(), r.mode(), r.ownMode(), wishes),
                    f.occasion(),
                    f.timing(),
                    f.budget(),
                    f.windows(),
                    f.contentFaults()));
        }

        Case paused(Instant until, String reason) {
            return wishing(new Facts.Wishes(until, reason, null, Facts.Asking.NOT_ASKED, null));
        }

        Case closedUntil(Instant until) {
            return recipient(BoundaryMode.CLOSED, true, false, false)
                    .wishing(new Facts.Wishes(null, null, until, Facts.Asking.NOT_ASKED, null));
        }

        Case asked(BoundaryMode mode, Facts.Answer answer, Instant until) {
            return recipient(mode, true, false, false)
                    .wishing(new Facts.Wishes(null, null, null, new Facts.Asking(answer, until), null));
        }

        Case event(EventState state, Instant replanned) {
            return with(f -> new Facts(
                    f.contact(),
                    f.recipient(),
                    new Facts.Occasion(state, false, replanned),
                    f.timing(),
                    f.budget(),
                    f.windows(),
                    f.contentFaults()));
        }

        Case timing(Instant notAfter, boolean waited, StopKind stopped) {
            return with(f -> new Facts(
                    f.contact(),
                    f.recipient(),
                    f.occasion(),
                    new Facts.Timing(notAfter, waited, stopped),
                    f.budget(),
                    f.windows(),
                    f.contentFaults()));
        }

        Case budget(Facts.Budget budget) {
            return with(f -> new Facts(
                    f.contact(), f.recipient(), f.occasion(), f.timing(), budget, f.windows(), f.contentFaults()));
        }

        Case windows(List<WorkingWindow> windows) {
            return with(f -> new Facts(
                    f.contact(), f.recipient(), f.occasion(), f.timing(), f.budget(), windows, f.contentFaults()));
        }

        Case content(String fault) {
            return with(f -> new Facts(
                    f.contact(), f.recipient(), f.occasion(), f.timing(), f.budget(), f.windows(), List.of(fault)));
        }

        private Case with(UnaryOperator<Facts> change) {
            return new Case(change.apply(facts));
        }
    }
}
