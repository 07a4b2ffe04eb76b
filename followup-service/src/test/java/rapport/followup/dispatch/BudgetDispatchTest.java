package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.followup.dispatch.Completion.Outcome;
import rapport.followup.mail.MailComposer;
import rapport.followup.mail.MailTransport;
import rapport.followup.mail.Submission;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.MailSettings;
import rapport.followup.testing.World;
import rapport.kit.id.Ids;
import rapport.kit.testing.RealParts;

/** Budgets and the fair queue, on the real database with the real statements, at any time that a test needs. */
@QuarkusTest
@WithTestResource(RealParts.class)
class BudgetDispatchTest {

    private static final Duration AWHILE = Duration.ofSeconds(30);
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    Claimer claimer;

    @Inject
    Completions completions;

    @Inject
    Ledgers ledgers;

    @Inject
    MailComposer composer;

    @TempDir
    Path directory;

    private final VirtualClock clock = new VirtualClock(Clock.systemUTC().instant());
    private final List<Dispatcher> open = new ArrayList<>();
    private SendJournal journal;
    private UUID event;

    @BeforeEach
    void anEventWithAnOpenFollowUpWindow() {
        letters.clear();
        journal = SendJournal.open(directory, Ids.next());
        event = world.event(clock.instant());
    }

    @AfterEach
    void close() {
        open.forEach(Dispatcher::close);
        journal.close();
    }

    @Test
    void aHundredStudentsWriteToOneSpeakerAndTheDatesTheyAreToldComeTrue() {
        UUID lopez = openSpeaker(5);
        List<UUID> written = IntStream.range(0, 100)
                .mapToObj(i -> letters.due("student-" + i, contact("student-" + i, lopez), event))
                .toList();
        run(dispatcher());

        assertThat(states("SENT")).hasSize(5);
        assertThat(letters.all("select follow_up_id from progress where state = 'HELD' and estimate_at is not null"))
                .hasSize(95);
        // The longest approved first; all of them were approved in the order in which they were written.
        assertThat(states("SENT")).containsExactlyElementsOf(written.subList(0, 5));
        Map<UUID, Instant> announced = announced();

        playUntilNobodyWaits(Duration.ofDays(100));

        Instant end = Instant.parse(letters.one("select to_char(end_instant at time zone 'utc' + interval '90 days', "
                + "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from event where event_id = '" + event + "'"));
        announced.forEach((id, date) -> {
            if (date.isBefore(end)) {
                assertThat(claimedAt(id)).as("%s", id).isBetween(date, date.plus(Duration.ofMinutes(2)));
            } else {
                assertThat(letters.state(id)).isEqualTo("EXPIRED");
                assertThat(letters.reason(id)).isEqualTo("budget-never-free");
            }
        });
        assertThat(states("SENT")).hasSize(65);
        assertThat(letters.one(MOST_IN_A_WEEK)).isEqualTo("5");
    }

    @Test
    void twoHundredSendersOnTwoDispatchersKeepTheBudgetAndNobodyWritesTwiceBeforeEverybodyWroteOnce() throws Exception {
        UUID lopez = openSpeaker(50);
        for (int i = 0; i < 200; i++) {
            UUID contact = contact("sender-" + i, lopez);
            letters.due("sender-" + i, contact, event);
            letters.due("sender-" + i, contact, event);
        }

        clock.moveTo(Clock.systemUTC().instant());
        race();

        assertThat(letters.one("select count(*) from delivery")).isEqualTo("50");
        assertThat(letters.one("select count(distinct owner) from delivery")).isEqualTo("50");
        for (int week = 1; week < 8; week++) {
            clock.pass(WEEK);
            run(dispatcher());
            int sent = 50 * (week + 1);
            assertThat(letters.one("select count(*) from delivery")).isEqualTo(Integer.toString(sent));
            assertThat(letters.one("select count(distinct owner) from delivery"))
                    .isEqualTo(Integer.toString(Math.min(sent, 200)));
        }
        assertThat(letters.one(MOST_IN_A_WEEK)).isEqualTo("50");
    }

    @Test
    void whoComesLaterWithAFirstMessageGoesBeforeASecondOneOfSomebodyElse() {
        UUID lopez = openSpeaker(1);
        UUID maya = contact("maya", lopez);
        UUID sent = letters.due("maya", maya, event);
        UUID second = letters.due("maya", maya, event);
        run(dispatcher());
        assertThat(estimate(second)).isEqualTo(clock.instant().plus(WEEK));

        clock.pass(Duration.ofMinutes(5));
        UUID ofBen = letters.due("ben", contact("ben", lopez), event);
        run(dispatcher());

        assertThat(letters.state(sent)).isEqualTo("SENT");
        assertThat(estimate(ofBen)).isEqualTo(claimedAt(sent).plus(WEEK));
        assertThat(estimate(second)).isEqualTo(claimedAt(sent).plus(WEEK.multipliedBy(2)));
    }

    @Test
    void anAnswerToAnAnswerGoesFirst() {
        UUID lopez = openSpeaker(1);
        UUID maya = contact("maya", lopez);
        letters.due("maya", maya, event);
        run(dispatcher());
        UUID waiting = letters.due("ben", contact("ben", lopez), event);
        run(dispatcher());
        letters.update("""
                insert into stop_signal (id, owner, person_id, kind, at)
                values (gen_random_uuid(), 'maya', '%s', 'REPLY', '%s')
                """.formatted(lopez, clock.instant().plusSeconds(30)));
        clock.pass(Duration.ofMinutes(1));

        UUID answer = letters.due("maya", maya, event);
        letters.update("update follow_up set created_at = '%s' where id = '%s'".formatted(clock.instant(), answer));
        run(dispatcher());

        assertThat(letters.state(answer)).isEqualTo("HELD");
        assertThat(estimate(answer)).isBefore(estimate(waiting));
    }

    @Test
    void aSenderWritesToTenNewPeopleADayAndTheOthersKnowTheirDate() {
        for (int i = 0; i < 12; i++) {
            letters.due("maya", contact("maya", openSpeaker(5)), event);
        }
        run(dispatcher());

        assertThat(states("SENT")).hasSize(10);
        assertThat(letters.all("select reason from progress where state = 'HELD'"))
                .containsExactly("sender-first-contacts", "sender-first-contacts");
        assertThat(letters.all("select estimate_at from progress where state = 'HELD' and estimate_at is not null"))
                .hasSize(2);

        clock.pass(Duration.ofDays(1));
        run(dispatcher());

        assertThat(states("SENT")).hasSize(12);
    }

    @Test
    void fifteenUnansweredPeopleAreEnoughUntilOneAnswers() {
        List<UUID> people = IntStream.range(0, 16).mapToObj(i -> openSpeaker(5)).toList();
        for (int day = 0; day < 2; day++) {
            people.subList(8 * day, 8 * day + 8).forEach(each -> letters.due("maya", contact("maya", each), event));
            run(dispatcher());
            clock.pass(Duration.ofDays(1));
        }
        assertThat(states("SENT")).hasSize(15);
        assertThat(letters.all("select reason from progress where state = 'HELD'"))
                .containsExactly("sender-unanswered");

        letters.update("""
                insert into stop_signal (id, owner, person_id, kind, at)
                values (gen_random_uuid(), 'maya', '%s', 'REPLY', '%s')
                """.formatted(people.getFirst(), clock.instant()));
        letters.update("update progress set send_at = now() where state = 'HELD'");
        run(dispatcher());

        assertThat(states("SENT")).hasSize(16);
    }

    @Test
    void twoMessagesToAContactAboutAnEventAreEnoughWithoutAnAnswer() {
        UUID contact = contact("maya", openSpeaker(5));
        for (int i = 0; i < 3; i++) {
            letters.due("maya", contact, event);
        }

        run(dispatcher());

        assertThat(states("SENT")).hasSize(2);
        assertThat(letters.all("select reason from progress where state = 'HELD'"))
                .containsExactly("contact-event-limit");
    }

    @Test
    void whoDoesNotGetThroughGivesThePlaceToTheNextInLine() {
        UUID lopez = openSpeaker(1);
        UUID first = letters.due("maya", contact("maya", lopez), event);
        UUID next = letters.due("ben", contact("ben", lopez), event);
        Claimed claimed =
                claimer.claim(clock, 10, Duration.ofMinutes(2)).claimed().getFirst();
        assertThat(claimed.followUpId()).isEqualTo(first);
        assertThat(letters.state(next)).isEqualTo("HELD");

        completions.write(List.of(new Completion(
                first,
                claimed.deliveryId(),
                claimed.fence(),
                Outcome.FAILED,
                554,
                "refused",
                clock.instant(),
                null,
                false)));
        run(dispatcher());

        assertThat(letters.state(next)).isEqualTo("SENT");
    }

    private static final String MOST_IN_A_WEEK = """
            select max((select count(*) from delivery d
                        where  d.claimed_at <= e.claimed_at and d.claimed_at > e.claimed_at - interval '7 days'))
            from   delivery e
            """;

    /** Two dispatchers at the same time, until nothing is due any more. */
    private void race() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            var dispatcher = dispatcher();
            threads.add(Thread.ofPlatform().start(() -> run(dispatcher)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        run(dispatcher());
    }

    /** From one date to the next at which somebody is due. */
    private void playUntilNobodyWaits(Duration atMost) {
        Instant end = clock.instant().plus(atMost);
        var dispatcher = dispatcher();
        while (clock.instant().isBefore(end)) {
            String next = letters.one("select extract(epoch from min(send_at)) from progress where state = 'HELD'");
            if (next == null) {
                return;
            }
            Instant due = Instant.ofEpochSecond((long) Math.ceil(Double.parseDouble(next)));
            clock.moveTo(due.isAfter(clock.instant()) ? due : clock.instant().plusMillis(1));
            run(dispatcher);
        }
    }

    private void run(Dispatcher dispatcher) {
        // What was written a moment ago is due.
        Instant real = Clock.systemUTC().instant();
        if (clock.instant().isBefore(real)) {
            clock.moveTo(real);
        }
        while (dispatcher.runOnce() > 0) {
            assertThat(dispatcher.drain(AWHILE)).isTrue();
        }
    }

    private Dispatcher dispatcher() {
        var settings = new TestSettings();
        var transport = new MailTransport(
                composer, (address, bytes) -> new Submission.Accepted(250), new MailSettings("127.0.0.1", 25, false));
        var courier = new Courier(transport, settings, clock);
        var dispatcher = new Dispatcher(claimer, courier, ledgers.of(journal), settings, clock);
        open.add(dispatcher);
        return dispatcher;
    }

    private UUID openSpeaker(int budget) {
        UUID person = world.person("Dr. Lucía López", null, UUID.randomUUID() + "@clinic.example", "Europe/Madrid");
        letters.update("""
                insert into boundary values ('%s', 1, 'OPEN', %d, 'Europe/Madrid',
                    'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY', 0, 1440, now())
                """.formatted(person, budget));
        return person;
    }

    private UUID contact(String owner, UUID person) {
        return world.contact(owner, person, event, "SPEAKER", false);
    }

    private List<UUID> states(String state) {
        return letters
                .all("select follow_up_id from progress where state = '" + state + "' order by follow_up_id")
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private Map<UUID, Instant> announced() {
        Map<UUID, Instant> dates = new HashMap<>();
        letters.all("select follow_up_id from progress where state = 'HELD'")
                .forEach(id -> dates.put(UUID.fromString(id), estimate(UUID.fromString(id))));
        return dates;
    }

    private Instant estimate(UUID followUp) {
        return instant("select extract(epoch from estimate_at) from progress where follow_up_id = '" + followUp + "'");
    }

    private Instant claimedAt(UUID followUp) {
        return instant("select extract(epoch from claimed_at) from delivery where follow_up_id = '" + followUp + "'");
    }

    private Instant instant(String query) {
        String seconds = letters.one(query);
        assertThat(seconds).as(query).isNotNull();
        long micros = new BigDecimal(seconds).movePointRight(6).longValueExact();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
