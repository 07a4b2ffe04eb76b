package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
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
import rapport.kit.sql.Sql;
import rapport.kit.testing.RealParts;

/** What a claim reads and rewrites (ADR 29). */
@QuarkusTest
@WithTestResource(RealParts.class)
class ClaimCostTest {

    private static final String UPDATES = """
            select pg_stat_get_xact_tuples_updated('%1$s'::regclass), pg_stat_get_xact_tuples_hot_updated('%1$s'::regclass)
            """;

    /** What this session updated in a table since it told the statistics, which is not at every commit. */
    private record Updates(long all, long hot) {
        static Updates of(Connection connection, String table) throws SQLException {
            return Sql.first(connection, UPDATES.formatted(table), row -> new Updates(row.getLong(1), row.getLong(2)))
                    .orElseThrow();
        }

        Updates since(Updates before) {
            return new Updates(all - before.all, hot - before.hot);
        }
    }

    private final Clock clock = Clock.systemUTC();

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

    @Inject
    @DataSource("hot")
    AgroalDataSource dataSource;

    @TempDir
    Path directory;

    private UUID event;

    @BeforeEach
    void nothingIsDue() {
        letters.clear();
        event = world.event(clock.instant());
    }

    @Test
    void noIndexKnowsOfAClaimOrOfTheStateOfADelivery() throws SQLException {
        due(5);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Updates claims = Updates.of(connection, "progress");
                Updates deliveries = Updates.of(connection, "delivery");
                List<Claimed> claimed = claimer.claim(connection, clock, 5, Duration.ofMinutes(2))
                        .claimed();
                assertThat(Updates.of(connection, "progress").since(claims)).isEqualTo(new Updates(5, 5));

                completions.write(connection, claimed.stream().map(this::sent).toList());
                assertThat(Updates.of(connection, "delivery").since(deliveries)).isEqualTo(new Updates(5, 5));
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void aClaimReadsAsManyOfThoseThatAreDueAsItTakes() throws SQLException {
        due(40);
        letters.update("update progress set send_at = now() - interval '1 minute'");
        letters.update("analyze progress");
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement("explain (analyze, timing off) " + DueReader.LOCK)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setInt(2, 7);
            var plan = new StringBuilder();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }

            assertThat(plan.toString())
                    .containsPattern("ix_progress_due on progress .*\\(actual rows=7\\.00 loops=1\\)");
        }
    }

    @Test
    void twoClaimersOfAProcessTakeNoMoreThanItsPlacesAndNothingTwice() throws Exception {
        due(60);
        Queue<String> submitted = new ConcurrentLinkedQueue<>();
        Queue<Integer> underWay = new ConcurrentLinkedQueue<>();
        var settings = new TestSettings();
        var transport = new MailTransport(
                composer,
                (address, bytes) -> {
                    submitted.add(address);
                    return new Submission.Accepted(250);
                },
                new MailSettings("127.0.0.1", 25, false));
        try (SendJournal journal = SendJournal.open(directory, Ids.next());
                var dispatcher = new Dispatcher(
                        claimer, new Courier(transport, settings, clock), ledgers.of(journal), settings, clock)) {
            List<Thread> claimers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                claimers.add(Thread.ofPlatform().start(() -> {
                    while (submitted.size() < 60) {
                        dispatcher.runOnce();
                        underWay.add(dispatcher.underWay().size());
                    }
                }));
            }
            for (Thread each : claimers) {
                each.join(Duration.ofSeconds(30));
            }
            assertThat(dispatcher.drain(Duration.ofSeconds(30))).isTrue();
        }

        assertThat(submitted).hasSize(60).doesNotHaveDuplicates();
        assertThat(underWay).allMatch(each -> each <= settings.concurrency());
        assertThat(letters.states()).hasSize(60).containsOnly("SENT");
    }

    private void due(int number) {
        for (int i = 0; i < number; i++) {
            UUID person = world.person("Dr. Lucía López", null, UUID.randomUUID() + "@clinic.example", "Europe/Madrid");
            letters.boundary(person, "OPEN", 5);
            UUID contact = world.contact("sender-" + i, person, event, "SPEAKER", false);
            UUID letter = letters.due("sender-" + i, contact, event);
            letters.update("update progress set recipient = '%s' where follow_up_id = '%s'".formatted(person, letter));
        }
    }

    private Completion sent(Claimed claimed) {
        return new Completion(
                claimed.followUpId(),
                claimed.deliveryId(),
                claimed.fence(),
                Outcome.SENT,
                250,
                null,
                clock.instant(),
                null,
                false);
    }
}
