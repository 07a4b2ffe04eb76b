package rapport.contacts.cadence;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import rapport.contacts.calendar.ReminderSettings;

class ReminderPlanTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final ReminderSettings DAILY = new ReminderSettings(VIENNA, EVERY_DAY, 3);

    private static Candidate contact(int number, int importance, LocalDate last, int ideal, int maximum) {
        return new Candidate(new UUID(0, number), importance, last, new Rhythm(null, ideal, maximum), null);
    }

    private static Map<LocalDate, List<Reminder>> byDay(List<Reminder> reminders) {
        return reminders.stream().collect(groupingBy(Reminder::plannedOn));
    }

    @Test
    void twentyContactsOfOneEveningNeverComeDueOnOneDay() {
        var evening = IntStream.range(0, 20)
                .mapToObj(i -> contact(i, 0, TODAY, 30, 60))
                .toList();

        var days = byDay(ReminderPlan.of(evening, DAILY, TODAY));

        assertThat(days.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        TODAY.plusDays(30).datesUntil(TODAY.plusDays(37)).toList());
        assertThat(days.values()).allSatisfy(day -> assertThat(day).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void theMoreImportantContactKeepsTheDayAndTheOtherIsToldWhyItMoved() {
        var evening = List.of(
                contact(1, 1, TODAY.minusDays(33), 30, 60),
                contact(2, 5, TODAY.minusDays(33), 30, 60),
                contact(3, 4, TODAY.minusDays(33), 30, 60),
                contact(4, 3, TODAY.minusDays(33), 30, 60));

        var plan = ReminderPlan.of(evening, DAILY, TODAY);

        assertThat(plan).extracting(r -> r.candidate().importance()).containsExactly(5, 4, 3, 1);
        assertThat(plan.getFirst().because(TODAY)).isEqualTo("Due since 3 days: 30 days after you were last in touch.");
        assertThat(plan.getLast().because(TODAY))
                .isEqualTo("Due since 3 days: 30 days after you were last in touch. Moved to Saturday, 2026-11-21"
                        + " because the days before have their reminders already.");
    }

    @Test
    void whoIsLaterThanTheMaximumGoesFirst() {
        var plan = ReminderPlan.of(
                List.of(
                        contact(1, 5, TODAY.minusDays(31), 30, 60),
                        contact(2, 5, TODAY.minusDays(32), 30, 60),
                        contact(3, 5, TODAY.minusDays(33), 30, 60),
                        contact(4, 0, TODAY.minusDays(61), 30, 60)),
                DAILY,
                TODAY);

        assertThat(plan.getFirst().candidate().contactId()).isEqualTo(new UUID(0, 4));
        assertThat(plan.getFirst().because(TODAY)).endsWith("Later than the 60 days you wanted at most.");
    }

    @Test
    void whoWantsWorkingDaysOnlyIsNotRemindedAtTheWeekend() {
        var settings = new ReminderSettings(VIENNA, WORKING_DAYS, 3);

        var plan = ReminderPlan.of(List.of(contact(1, 0, TODAY.minusDays(29), 30, 60)), settings, TODAY);

        assertThat(plan.getFirst().plannedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(plan.getFirst().because(TODAY))
                .contains("Moved to Monday, 2026-11-23 because you want no reminders");
    }

    @Test
    void aSnoozePutsOffAndSaysSo() {
        var snoozed =
                new Candidate(new UUID(0, 1), 0, TODAY.minusDays(40), new Rhythm("mentor", 30, 60), TODAY.plusDays(5));

        var reminder = ReminderPlan.of(List.of(snoozed), DAILY, TODAY).getFirst();

        assertThat(reminder.plannedOn()).isEqualTo(TODAY.plusDays(5));
        assertThat(reminder.because(TODAY))
                .isEqualTo("Due since 10 days: 30 days after you were last in touch, because of the tag mentor."
                        + " You put it off until Wednesday, 2026-11-25.");
    }

    @Test
    void theTightestTagWins() {
        assertThat(
                        List.of(new Rhythm("peer", 90, 100), new Rhythm("mentor", 30, 60), new Rhythm("board", 30, 45))
                                .stream()
                                .min(Rhythm.TIGHTEST))
                .contains(new Rhythm("board", 30, 45));
    }

    @Property
    void noDayHasMoreThanItsReminders(
            @ForAll("contacts") List<Candidate> contacts, @ForAll("settings") ReminderSettings settings) {
        var plan = ReminderPlan.of(contacts, settings, TODAY);

        assertThat(plan)
                .extracting(r -> r.candidate().contactId())
                .doesNotHaveDuplicates()
                .hasSize(contacts.size());
        assertThat(byDay(plan).values()).allSatisfy(day -> assertThat(day).hasSizeLessThanOrEqualTo(settings.perDay()));
    }

    @Property
    void noReminderComesBeforeItIsWantedOrOnADayThatIsNot(
            @ForAll("contacts") List<Candidate> contacts, @ForAll("settings") ReminderSettings settings) {
        assertThat(ReminderPlan.of(contacts, settings, TODAY)).allSatisfy(r -> {
            assertThat(r.plannedOn())
                    .isAfterOrEqualTo(TODAY)
                    .isAfterOrEqualTo(r.candidate().wantedOn());
            assertThat(settings.days()).contains(r.plannedOn().getDayOfWeek());
        });
    }

    @Property
    void aReminderMovesOnlyPastDaysThatAreFull(
            @ForAll("contacts") List<Candidate> contacts, @ForAll("settings") ReminderSettings settings) {
        var plan = ReminderPlan.of(contacts, settings, TODAY);
        var days = byDay(plan);

        assertThat(plan).allSatisfy(r -> assertThat(
                        r.firstPossible().datesUntil(r.plannedOn()).filter(day -> settings.days()
                                .contains(day.getDayOfWeek())))
                .allSatisfy(day -> assertThat(days.get(day)).hasSize(settings.perDay())));
    }

    @Property
    void thePlanDoesNotDependOnTheOrderOfTheContacts(
            @ForAll("contacts") List<Candidate> contacts,
            @ForAll("settings") ReminderSettings settings,
            @ForAll long seed) {
        var shuffled = new ArrayList<>(contacts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(ReminderPlan.of(shuffled, settings, TODAY)).isEqualTo(ReminderPlan.of(contacts, settings, TODAY));
    }

    @Property
    void beingInTouchMovesTheReminderBehindTheCadence(
            @ForAll("contacts") List<Candidate> contacts, @ForAll("settings") ReminderSettings settings) {
        var touched = new ArrayList<>(contacts);
        Candidate one = touched.removeFirst();
        touched.add(new Candidate(one.contactId(), one.importance(), TODAY, one.rhythm(), null));

        var reminder = ReminderPlan.of(touched, settings, TODAY).stream()
                .filter(r -> r.candidate().contactId().equals(one.contactId()))
                .findFirst()
                .orElseThrow();

        assertThat(reminder.plannedOn())
                .isAfterOrEqualTo(TODAY.plusDays(one.rhythm().idealDays()));
    }

    @Provide
    Arbitrary<ReminderSettings> settings() {
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1),
                        Arbitraries.integers().between(1, 3))
                .as((days, perDay) -> new ReminderSettings(VIENNA, days, perDay));
    }

    @Provide
    Arbitrary<List<Candidate>> contacts() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 90);
        Arbitrary<Candidate> contact = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        small,
                        Arbitraries.integers().between(1, 40),
                        small,
                        Arbitraries.integers().between(-5, 20).injectNull(0.7))
                .as((importance, ago, ideal, more, snooze) -> new Candidate(
                        new UUID(0, 0),
                        importance,
                        TODAY.minusDays(ago),
                        new Rhythm(null, ideal, ideal + more),
                        snooze == null ? null : TODAY.plusDays(snooze)));
        return contact.list().ofMinSize(1).ofMaxSize(60).map(ReminderPlanTest::numbered);
    }

    /** Random ids would make a failure impossible to repeat. */
    private static List<Candidate> numbered(List<Candidate> contacts) {
        return IntStream.range(0, contacts.size())
                .mapToObj(i -> new Candidate(
                        new UUID(0, i),
                        contacts.get(i).importance(),
                        contacts.get(i).lastInTouch(),
                        contacts.get(i).rhythm(),
                        contacts.get(i).snoozedUntil()))
                .toList();
    }
}
