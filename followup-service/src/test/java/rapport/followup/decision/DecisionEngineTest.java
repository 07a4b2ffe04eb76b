package rapport.followup.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    private static final Rules RULES = new Rules(
            Duration.ofMinutes(15),
            Duration.ofDays(3),
            new Allowance(10, Duration.ofDays(1)),
            new Allowance(15, Duration.ofDays(90)),
            2,
            new Allowance(3, Duration.ofDays(365)));

    private final DecisionEngine engine = new DecisionEngine(RULES);

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
        var nextWeek = Instant.parse("2026-11-25T08:59:00Z");

        var decision = engine.decide(
                new Case().timing(tomorrow, false, null).place(nextWeek).facts(), NOW);

        assertThat(decision.nextCheckAt()).isEqualTo(tomorrow.plusSeconds(1));
        assertThat(decision.estimatedSendAt()).isEqualTo("2026-11-25T08:59:00Z");
    }

    @Test
    void aMessageThatWaitsForABudgetMayWaitAsLongAsTheFollowUpWindowIsOpen() {
        var tomorrow = NOW.plus(Duration.ofDays(1));
        var place = Instant.parse("2026-12-02T09:00:00Z");
        var openLonger = new Facts.Timing(tomorrow, NOW.plus(Duration.ofDays(90)), false, null);
        var openShorter = new Facts.Timing(tomorrow, NOW.plus(Duration.ofDays(7)), false, null);

        var inTime = engine.decide(new Case().timing(openLonger).place(place).facts(), NOW);
        var tooLate = engine.decide(new Case().timing(openShorter).place(place).facts(), NOW);

        assertThat(inTime.nextCheckAt()).isEqualTo(place);
        assertThat(inTime.notAfter()).isEqualTo(place.plus(Duration.ofDays(3)));
        assertThat(tooLate.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(tooLate.nextCheckAt()).isEqualTo(NOW.plus(Duration.ofDays(7)).plusSeconds(1));
        assertThat(tooLate.estimatedSendAt()).isEqualTo(place);
    }

    @Test
    void waitingForTheHoursOnlyGivesNoLongerTime() {
        var friday = Instant.parse("2026-11-20T18:30:00Z");
        var monday = Instant.parse("2026-11-23T07:00:00Z");
        var timing = new Facts.Timing(friday.plus(Duration.ofDays(3)), NOW.plus(Duration.ofDays(90)), false, null);

        var decision = engine.decide(new Case().timing(timing).place(monday).facts(), friday);

        assertThat(decision.reason()).isEqualTo("quiet-hours");
        assertThat(decision.estimatedSendAt()).isEqualTo(monday);
        assertThat(decision.notAfter()).isEqualTo(friday.plus(Duration.ofDays(3)));
    }

    @Test
    void aRecipientWhoTakesNoneHasNoDate() {
        var decision = engine.decide(new Case().place(null).facts(), NOW);

        assertThat(decision.reason()).isEqualTo("budget-exhausted");
        assertThat(decision.estimatedSendAt()).isNull();
    }

    @Test
    void aSenderWritesToTenNewPeopleADay() {
        var tenToday = Stream.iterate(NOW.minus(Duration.ofHours(10)), at -> at.plus(Duration.ofHours(1)))
                .limit(10)
                .toList();

        var first = engine.decide(
                new Case()
                        .sender(new Facts.Sender(false, true, tenToday, List.of(), 0))
                        .facts(),
                NOW);
        var third = engine.decide(
                new Case()
                        .sender(new Facts.Sender(false, true, tenToday, List.of(), 2))
                        .facts(),
                NOW);
        var known = engine.decide(
                new Case()
                        .sender(new Facts.Sender(false, false, tenToday, List.of(), 0))
                        .facts(),
                NOW);

        assertThat(first.reason()).isEqualTo("sender-first-contacts");
        // Ten o'clock tonight in Berlin is not an hour for mail: the next morning is.
        assertThat(first.estimatedSendAt()).isEqualTo("2026-11-19T07:00:00Z");
        assertThat(third.senderFreeAt()).isEqualTo(tenToday.get(2).plus(Duration.ofDays(1)));
        assertThat(known.sends()).isTrue();
    }

    @Test
    void fifteenPeopleWhoHaveNotAnsweredAreEnough() {
        var fifteen = Collections.nCopies(15, NOW.minus(Duration.ofDays(20)));

        var one = engine.decide(
                new Case()
                        .sender(new Facts.Sender(false, false, List.of(), fifteen, 0))
                        .facts(),
                NOW);
        var answer = engine.decide(
                new Case()
                        .sender(new Facts.Sender(true, false, List.of(), fifteen, 0))
                        .facts(),
                NOW);

        assertThat(one.reason()).isEqualTo("sender-unanswered");
        assertThat(one.estimatedSendAt()).isEqualTo("2027-01-27T09:00:00Z");
        assertThat(answer.sends()).isTrue();
    }

    @Test
    void twoMessagesAboutAnEventAndThreeAYearAreEnoughWithoutAnAnswer() {
        var january = Instant.parse("2026-01-14T09:00:00Z");
        var year = List.of(january, NOW.minusSeconds(999_999), NOW.minusSeconds(99_999));

        var event = engine.decide(
                new Case().pair(new Facts.Pair(2, year.subList(0, 2))).facts(), NOW);
        var third = engine.decide(new Case().pair(new Facts.Pair(1, year)).facts(), NOW);

        assertThat(event.reason()).isEqualTo("contact-event-limit");
        assertThat(event.estimatedSendAt()).isNull();
        assertThat(third.reason()).isEqualTo("contact-year-limit");
        assertThat(third.estimatedSendAt()).isEqualTo("2027-01-14T09:00:00Z");
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

        assertThat(engine.decide(facts, NOW)).isEqualTo(new DecisionEngine(RULES).decide(facts, NOW));
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
                    new Facts.Timing(NOW.plus(Duration.ofDays(60)), null, false, null),
                    new Facts.Budget(
                            NOW, new Facts.Sender(false, true, List.of(), List.of(), 0), new Facts.Pair(0, List.of())),
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
            return timing(new Facts.Timing(notAfter, null, waited, stopped));
        }

        Case timing(Facts.Timing timing) {
            return with(f -> new Facts(
                    f.contact(), f.recipient(), f.occasion(), timing, f.budget(), f.windows(), f.contentFaults()));
        }

        Case place(Instant placeAt) {
            return budget(new Facts.Budget(
                    placeAt, facts.budget().sender(), facts.budget().pair()));
        }

        Case sender(Facts.Sender sender) {
            return budget(new Facts.Budget(
                    facts.budget().placeAt(), sender, facts.budget().pair()));
        }

        Case pair(Facts.Pair pair) {
            return budget(
                    new Facts.Budget(facts.budget().placeAt(), facts.budget().sender(), pair));
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
