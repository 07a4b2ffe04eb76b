package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.followup.crash.CrashPoints;
import rapport.followup.mail.DeliveryIds;
import rapport.followup.mail.MailComposer;
import rapport.followup.mail.MailTransport;
import rapport.followup.mail.SmtpConnections;
import rapport.followup.mail.SmtpMailer;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.MailSettings;
import rapport.followup.testing.ScriptedServer;
import rapport.followup.testing.ScriptedServer.Script;
import rapport.followup.testing.World;
import rapport.followup.window.Hours;
import rapport.followup.window.WorkingWindow;
import rapport.kit.id.Ids;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Topic;

@QuarkusTest
@WithTestResource(RealParts.class)
class DispatchTest {

    private static final Duration AWHILE = Duration.ofSeconds(30);

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
    Recovery recovery;

    @Inject
    SafeMode safeMode;

    @Inject
    MailComposer composer;

    @TempDir
    Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();
    private ScriptedServer server;
    private SendJournal journal;
    private UUID event;
    private UUID lopez;
    private UUID contact;

    @BeforeEach
    void anOpenSpeakerWhoIsAlwaysAwake() {
        letters.clear();
        server = closing(new ScriptedServer(Script.ACCEPT));
        journal = closing(SendJournal.open(directory, Ids.next()));
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        lopez = openSpeaker(5);
        contact = world.contact("maya", lopez, event, "SPEAKER", false);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void whatIsApprovedIsDeliveredOnceAndWhatIsNotNever() {
        UUID due = letters.due("maya", contact, event);
        UUID draft = letters.draft("maya", contact, event);

        var dispatcher = dispatcher(Clock.systemUTC());
        run(dispatcher);
        run(dispatcher);

        assertThat(letters.state(due)).isEqualTo("SENT");
        assertThat(letters.state(draft)).isEqualTo("DRAFT");
        assertThat(letters.deliveries()).containsExactly("SENT");
        assertThat(server.taken()).singleElement().asString().contains(messageId(due));
        assertThat(journal.read()).containsOnlyKeys(DeliveryIds.of(letters.step(due), lopez));
    }

    @Test
    void twoDispatchersOnOneTableDeliverEachMessageOnce() throws Exception {
        List<UUID> due = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            UUID person = openSpeaker(5);
            String owner = "sender-" + i;
            due.add(letters.due(owner, world.contact(owner, person, event, "SPEAKER", false), event));
        }

        race(() -> letters.states().stream().allMatch("SENT"::equals));

        assertThat(server.taken()).hasSize(60);
        assertThat(new HashSet<>(server.taken())).hasSize(60);
        assertThat(letters.deliveries()).hasSize(60).containsOnly("SENT");
        assertThat(due).allMatch(id -> server.taken().stream().anyMatch(mail -> mail.contains(messageId(id))));
    }

    @Test
    void fiftySendersNeverExceedTheBudgetAndTheRestKnowTheirDates() throws Exception {
        for (int i = 0; i < 50; i++) {
            letters.due("sender-" + i, world.contact("sender-" + i, lopez, event, "SPEAKER", false), event);
        }

        race(() -> letters.states().stream().noneMatch(state -> state.equals("SCHEDULED") || state.equals("SENDING")));

        assertThat(server.taken()).hasSize(5);
        assertThat(letters.states().stream().filter("HELD"::equals)).hasSize(45);
        assertThat(letters.one("select count(*) from progress where state = 'HELD' and estimate_at > now()"))
                .isEqualTo("45");
        // Five places a week: the 45 waiting are spread over nine weeks.
        assertThat(letters.one(
                        "select count(distinct date_trunc('day', estimate_at)) from progress where state = 'HELD'"))
                .isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT_550,  FAILED,    FAILED,    1",
        "RECIPIENT_552,  FAILED,    FAILED,    0",
        "SENDER_550,     FAILED,    FAILED,    0",
        "DOT_554,        FAILED,    FAILED,    0",
        "RECIPIENT_451,  SCHEDULED, RETRY,     0",
        "DATA_451,       SCHEDULED, RETRY,     0",
        "DOT_451,        SCHEDULED, RETRY,     0",
        "DROP_AT_DATA,   SCHEDULED, RETRY,     0",
        "GREET_554,      SCHEDULED, RETRY,     0",
        "DROP_AFTER_DOT, UNCERTAIN, UNCERTAIN, 0",
    })
    void whatTheServerDoesDecidesWhetherItIsTriedAgain(
            Script script, String state, String delivery, String suppressed) {
        UUID due = letters.due("maya", contact, event);
        server.play(script);

        run(dispatcher(Clock.systemUTC()));

        assertThat(letters.state(due)).isEqualTo(state);
        assertThat(letters.deliveries()).containsExactly(delivery);
        assertThat(letters.one("select count(*) from suppression")).isEqualTo(suppressed);

        // An hour later the server is well again: only what was surely not delivered is sent.
        server.play(Script.ACCEPT);
        run(dispatcher(later(Duration.ofHours(1))));

        assertThat(letters.state(due)).isEqualTo(state.equals("SCHEDULED") ? "SENT" : state);
        assertThat(server.taken()).hasSize(state.equals("SCHEDULED") ? 1 : 0);
        assertThat(server.taken()).allMatch(mail -> mail.contains(messageId(due)));
    }

    @Test
    void aRetryWaitsForItsBackOff() {
        UUID due = letters.due("maya", contact, event);
        server.play(Script.RECIPIENT_451);
        run(dispatcher(Clock.systemUTC()));
        server.play(Script.ACCEPT);

        run(dispatcher(later(Duration.ofSeconds(30))));

        assertThat(letters.state(due)).isEqualTo("SCHEDULED");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aCrashAfterTheClaimIsUncertainAndNeverSentAgain() {
        UUID due = letters.due("maya", contact, event);
        claimer.claim(Clock.systemUTC(), 10, Duration.ofMinutes(2));
        assertThat(letters.state(due)).isEqualTo("SENDING");

        assertThat(recovery.settleAbandoned(journal, Instant.EPOCH.plusSeconds(1)))
                .isZero();
        var afterTheLease = later(Duration.ofMinutes(3));
        assertThat(recovery.settleAbandoned(journal, afterTheLease.instant())).isEqualTo(1);
        run(dispatcher(later(Duration.ofDays(1))));

        assertThat(letters.state(due)).isEqualTo("UNCERTAIN");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aCrashAfterTheJournalLineIsSent() {
        UUID due = letters.due("maya", contact, event);
        Claimed claimed = claimer.claim(Clock.systemUTC(), 10, Duration.ofMinutes(2))
                .claimed()
                .getFirst();
        journal.append(List.of(sent(claimed)));

        recovery.settleAbandoned(journal, later(Duration.ofMinutes(3)).instant());

        assertThat(letters.state(due)).isEqualTo("SENT");
    }

    @Test
    void whatWasSentAfterAllOverrulesUncertain() {
        UUID due = letters.due("maya", contact, event);
        Claimed claimed = claimer.claim(Clock.systemUTC(), 10, Duration.ofMinutes(2))
                .claimed()
                .getFirst();
        recovery.settleAbandoned(journal, later(Duration.ofMinutes(3)).instant());
        assertThat(letters.state(due)).isEqualTo("UNCERTAIN");

        assertThat(completions.write(List.of(sent(claimed)))).containsExactly(true);

        assertThat(letters.state(due)).isEqualTo("SENT");
    }

    @Test
    void anOldFenceChangesNothing() {
        UUID due = letters.due("maya", contact, event);
        Claimed claimed = claimer.claim(Clock.systemUTC(), 10, Duration.ofMinutes(2))
                .claimed()
                .getFirst();
        var old = new Completion(
                due,
                claimed.deliveryId(),
                claimed.fence() - 1,
                Completion.Outcome.FAILED,
                550,
                "refused",
                Clock.systemUTC().instant(),
                null,
                true);

        assertThat(completions.write(List.of(old))).containsExactly(false);

        assertThat(letters.state(due)).isEqualTo("SENDING");
        assertThat(letters.one("select count(*) from suppression")).isEqualTo("0");
    }

    @Test
    void whoDoesNotBelongToTheAudienceAnyMoreIsNotWrittenTo() {
        UUID due = letters.due("maya", contact, event);
        UUID audience = Ids.next();
        letters.update("""
                insert into audience (id, owner, event_id, min_minutes, confirmed, created_at)
                values ('%s', 'maya', '%s', 30, false, now())
                """.formatted(audience, event));
        letters.update("update follow_up set audience_id = '%s' where id = '%s'".formatted(audience, due));

        run(dispatcher(Clock.systemUTC()));

        assertThat(letters.state(due)).isEqualTo("NEEDS_PREPARATION");
        assertThat(letters.reason(due)).isEqualTo("audience-left");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void theJournalOfAnEarlierStepSaysNothingAboutTheNextOne() {
        UUID due = letters.due("maya", contact, event);
        run(dispatcher(Clock.systemUTC()));
        UUID next = Ids.next();
        letters.update("""
                insert into step (id, follow_up_id, position, kind, subject, body, anchor, offset_days, local_time)
                values ('%s', '%s', 1, 'NUDGE', 'A reminder', 'Dear Dr. López', 'LAST_STEP', 7, '09:30')
                """.formatted(next, due));
        letters.update("""
                update progress set state = 'SCHEDULED', step_id = '%s', send_at = now() + interval '7 days'
                where  follow_up_id = '%s'
                """.formatted(next, due));

        recovery.reconcile(journal, Clock.systemUTC().instant());

        assertThat(letters.state(due)).isEqualTo("SCHEDULED");
    }

    @Test
    void aDatabaseFromABackupSendsNothingUntilAnOperatorSaysSoAndNeverWhatTheJournalKnows() {
        UUID due = letters.due("maya", contact, event);
        run(dispatcher(Clock.systemUTC()));
        letters.update("truncate delivery");
        letters.update("update progress set state = 'SCHEDULED', send_at = now(), sent_at = null, fence = 0");
        UUID other = letters.due("omar", world.contact("omar", lopez, event, "SPEAKER", false), event);

        recovery.reconcile(journal, Clock.systemUTC().instant());
        run(dispatcher(later(Duration.ofMinutes(1))));

        assertThat(letters.state(due)).isEqualTo("SENT");
        assertThat(letters.state(other)).isEqualTo("SCHEDULED");
        assertThat(server.taken()).hasSize(1);
        assertThat(safeMode.latest()).hasValueSatisfying(mode -> {
            assertThat(mode.active()).isTrue();
            assertThat(mode.lostDeliveries()).isEqualTo(1);
        });

        safeMode.acknowledge("admin", Clock.systemUTC().instant());
        recovery.reconcile(journal, Clock.systemUTC().instant());
        run(dispatcher(later(Duration.ofMinutes(2))));

        // The same loss is not news for ever.
        assertThat(letters.state(other)).isEqualTo("SENT");
        assertThat(server.taken()).hasSize(2);
        assertThat(safeMode.latest())
                .hasValueSatisfying(mode -> assertThat(mode.active()).isFalse());
    }

    @Test
    void aPlainCrashIsNoReasonForTheSafeMode() {
        letters.due("maya", contact, event);
        Claimed claimed = claimer.claim(Clock.systemUTC(), 10, Duration.ofMinutes(2))
                .claimed()
                .getFirst();
        journal.append(List.of(sent(claimed)));

        recovery.reconcile(journal, Clock.systemUTC().instant());

        assertThat(safeMode.latest()).isEmpty();
        assertThat(letters.deliveries()).containsExactly("SENT");
    }

    @Test
    void aClosedBoundaryAndACancelledEventStopAndALateMessageIsSkipped() {
        UUID stale = letters.stale("maya", contact, event);
        UUID closedPerson = person("CLOSED", 5);
        UUID closed = letters.due("maya", world.contact("maya", closedPerson, event, "SPEAKER", false), event);
        UUID offEvent = world.event(Ids.next(), 1, Instant.parse("2026-11-20T17:00:00Z"), "CANCELLED");
        UUID off = letters.due("maya", world.contact("maya", openSpeaker(5), offEvent, "SPEAKER", false), offEvent);

        run(dispatcher(Clock.systemUTC()));

        assertThat(letters.state(stale)).isEqualTo("SKIPPED");
        assertThat(letters.state(closed)).isEqualTo("STOPPED");
        assertThat(letters.reason(closed)).isEqualTo("boundary-closed");
        assertThat(letters.reason(off)).isEqualTo("event-cancelled");
        assertThat(server.taken()).isEmpty();
        // In the topic, not in the outbox: the relay of this process may have been there already.
        await().atMost(AWHILE).untilAsserted(() -> assertThat(
                        Topic.named("rapport.followup.v1").read(off))
                .filteredOn(message -> message.text().contains("event-cancelled"))
                .hasSize(1));
    }

    @Test
    void withdrawnConsentHoldsAndDoNotContactStops() {
        UUID peer = person("OPEN", 5);
        letters.update("delete from boundary where person_id = '" + peer + "'");
        UUID scanned = world.contact("maya", peer, event, "SCANNED", false);
        UUID held = letters.due("maya", scanned, event);
        run(dispatcher(Clock.systemUTC()));
        assertThat(letters.reason(held)).isEqualTo("email-not-shared");

        world.contact(scanned, 2, "maya", peer, event, "SCANNED", true, true);
        run(dispatcher(Clock.systemUTC()));

        assertThat(letters.reason(held)).isEqualTo("do-not-contact");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void anAddressThatIsTakenBackBeforeTheSendingIsNotWrittenTo() {
        UUID sharing = person("OPEN", 5);
        UUID withdrawing = person("OPEN", 5);
        letters.update("delete from boundary where person_id in ('" + sharing + "', '" + withdrawing + "')");
        UUID sent = letters.due("maya", world.contact("maya", sharing, event, "SCANNED", true), event);
        UUID contactOfWithdrawing = world.contact("maya", withdrawing, event, "SCANNED", true);
        UUID held = letters.due("maya", contactOfWithdrawing, event);

        world.contact(contactOfWithdrawing, 2, "maya", withdrawing, event, "SCANNED", false, false);
        run(dispatcher(inWorkingHours()));

        assertThat(letters.reason(held)).isEqualTo("email-not-shared");
        assertThat(letters.state(sent)).isEqualTo("SENT");
        assertThat(server.taken()).singleElement().asString().contains(messageId(sent));
    }

    @ParameterizedTest
    @CsvSource({
        "REPLY, person, replied",
        "DECLINE, person, declined",
        "SENDER_STOPPED, person, sender-stopped",
        "COMPLAINT, person, complained",
        "INTERACTION, contact, in-touch"
    })
    void aSignalStopsWhatWasPlannedBeforeItAndNothingElse(String kind, String about, String reason) {
        UUID stopped = letters.due("maya", contact, event);
        UUID ofAnother = letters.due("omar", world.contact("omar", lopez, event, "SPEAKER", false), event);
        signal(kind, about, about.equals("person") ? lopez : contact);
        UUID plannedSince = letters.due("maya", contact, event);

        run(dispatcher(inWorkingHours()));

        assertThat(letters.state(stopped)).isEqualTo("STOPPED");
        assertThat(letters.reason(stopped)).isEqualTo(reason);
        assertThat(letters.state(ofAnother)).isEqualTo("SENT");
        assertThat(letters.state(plannedSince)).isEqualTo("SENT");
    }

    private void signal(String kind, String about, UUID id) {
        letters.update("insert into stop_signal (id, owner, %s_id, kind, at) values ('%s', 'maya', '%s', '%s', now())"
                .formatted(about, Ids.next(), id, kind));
    }

    @Test
    void aContactThatIsToldAgainIsNotAskedAboutAgain() {
        UUID peer = person("OPEN", 5);
        letters.update("delete from boundary where person_id = '" + peer + "'");
        UUID scanned = world.contact("maya", peer, event, "SCANNED", false);
        UUID held = letters.due("maya", scanned, event);
        run(dispatcher(Clock.systemUTC()));
        String decided = letters.one("select count(*) from gate_decision");

        world.contact(scanned, 1, "maya", peer, event, "SCANNED", false, false);
        run(dispatcher(Clock.systemUTC()));

        assertThat(letters.reason(held)).isEqualTo("email-not-shared");
        assertThat(letters.one("select count(*) from gate_decision")).isEqualTo(decided);
    }

    private void race(BooleanSupplier done) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            var dispatcher = dispatcher(Clock.systemUTC());
            threads.add(Thread.ofPlatform().start(() -> {
                long end = System.nanoTime() + AWHILE.toNanos();
                while (!done.getAsBoolean() && System.nanoTime() < end) {
                    dispatcher.runOnce();
                }
                dispatcher.drain(AWHILE);
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void run(Dispatcher dispatcher) {
        while (dispatcher.runOnce() > 0) {
            assertThat(dispatcher.drain(AWHILE)).isTrue();
        }
    }

    private Dispatcher dispatcher(Clock clock) {
        var mailServer = MailSettings.of(server);
        var mailer = new SmtpMailer(mailServer, new SmtpConnections(mailServer, CrashPoints.NONE));
        var settings = new TestSettings();
        return closing(new Dispatcher(
                claimer,
                new Courier(new MailTransport(composer, mailer, mailServer), settings, clock),
                ledgers.of(journal),
                settings,
                clock));
    }

    private UUID openSpeaker(int budget) {
        return person("OPEN", budget);
    }

    private UUID person(String mode, int budget) {
        UUID person = world.person("Dr. Lucía López", null, UUID.randomUUID() + "@clinic.example", "Europe/Madrid");
        letters.update("""
                insert into boundary (person_id, version, mode, weekly_budget, zone, working_days, from_minute, to_minute,
                                      updated_at)
                values ('%s', 1, '%s', %d, 'Europe/Madrid',
                    'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY', 0, 1440, now())
                """.formatted(person, mode, budget));
        return person;
    }

    private String messageId(UUID followUp) {
        String recipient = letters.one("select recipient from progress where follow_up_id = '" + followUp + "'");
        return composer.messageId(letters.step(followUp), UUID.fromString(recipient));
    }

    private static Completion sent(Claimed claimed) {
        return new Completion(
                claimed.followUpId(),
                claimed.deliveryId(),
                claimed.fence(),
                Completion.Outcome.SENT,
                250,
                null,
                Clock.systemUTC().instant(),
                null,
                false);
    }

    private static Clock later(Duration by) {
        return Clock.offset(Clock.systemUTC(), by);
    }

    /** Now, or the next minute at which people who set nothing are written to, whenever the test runs. */
    private static Clock inWorkingHours() {
        Instant now = Clock.systemUTC().instant();
        var window = new WorkingWindow(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Hours.of("08:00", "18:00"),
                ZoneId.of("Europe/Madrid"));
        return later(Duration.between(now, window.nextOpen(now)).plusMillis(1));
    }

    private <T extends AutoCloseable> T closing(T each) {
        open.add(each);
        return each;
    }
}
