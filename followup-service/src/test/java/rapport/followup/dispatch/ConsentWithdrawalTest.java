package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.followup.attention.AttentionReader;
import rapport.followup.projection.ConsentFeed;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.id.Ids;
import rapport.kit.testing.RealParts;

/** Consent that was never given holds a message; consent that is taken back stops it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConsentWithdrawalTest {

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    Claimer claimer;

    @Inject
    ConsentFeed consents;

    @Inject
    AttentionReader attention;

    @Inject
    DataSource dataSource;

    private final UUID consent = Ids.next();
    private final UUID receipt = Ids.next();
    private UUID event;
    private UUID noor;
    private UUID contact;

    @BeforeEach
    void noorSharesHerAddressWithMaya() {
        letters.clear();
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        noor = world.person("Noor", null, UUID.randomUUID() + "@people.example", "Europe/Vienna");
        contact = world.contact("maya", noor, event, "SCANNED", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawn", "contact withdrawn", "withdrawn contact", "withdrawn contact withdrawn"})
    void whateverIsToldFirstAndHoweverOftenWhatWaitsIsStopped(String order) {
        UUID waiting = letters.due("maya", contact, event);

        for (String told : order.split(" ")) {
            tell(told);
            claim();
        }

        assertThat(letters.state(waiting)).isEqualTo("STOPPED");
        assertThat(letters.reason(waiting)).isEqualTo("consent-withdrawn");
        assertThat(letters.one("select count(*) from stop_signal")).isEqualTo("1");
        assertThat(letters.deliveries()).isEmpty();
        assertThat(letters.one(
                        "select count(*) from gate_decision where verdict = 'STOP' and reason = 'consent-withdrawn'"
                                + " and follow_up_id = '" + waiting + "'"))
                .isEqualTo("1");
    }

    @Test
    void whatIsDueLaterIsStoppedAtOnceAndDraftsAsWell() {
        UUID later = letters.due("maya", contact, event);
        letters.update("update progress set send_at = now() + interval '2 days'");
        UUID draft = letters.draft("maya", contact, event);

        tell("withdrawn");
        claim();

        assertThat(letters.state(later)).isEqualTo("STOPPED");
        await().atMost(Duration.ofSeconds(30)).until(() -> letters.state(draft).equals("STOPPED"));
        assertThat(letters.reason(draft)).isEqualTo("consent-withdrawn");
    }

    @Test
    void itsOwnerIsTold() throws SQLException {
        UUID waiting = letters.due("maya", contact, event);
        tell("withdrawn");
        claim();

        try (Connection connection = dataSource.getConnection()) {
            assertThat(attention.read(connection, "maya", Clock.systemUTC().instant(), 10))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.followUpId()).isEqualTo(waiting);
                        assertThat(item.need()).hasToString("NOT_SENT");
                        assertThat(item.reason()).isEqualTo("consent-withdrawn");
                    });
        }
    }

    @Test
    void consentThatWasNeverGivenHolds() {
        UUID waiting = letters.due("maya", contact, event);
        tell("contact");

        claim();

        assertThat(letters.state(waiting)).isEqualTo("HELD");
        assertThat(letters.reason(waiting)).isEqualTo("email-not-shared");
    }

    @Test
    void whatIsWrittenAfterwardsIsHeldUntilThereIsConsentAgain() {
        tell("withdrawn");
        tell("contact");
        UUID after = letters.due("maya", contact, event);
        letters.update("update follow_up set created_at = now() + interval '1 hour' where id = '" + after + "'");

        claim();
        assertThat(letters.reason(after)).isEqualTo("email-not-shared");
        world.contact(contact, 3, "maya", noor, event, "SCANNED", true, false);
        claim();

        assertThat(letters.state(after)).isIn("SENDING", "HELD");
        assertThat(letters.reason(after)).isIn(null, "quiet-hours");
    }

    @Test
    void whatSomebodyElseWroteToTheSamePersonIsNotConcerned() {
        UUID ofBen = letters.due("ben", world.contact("ben", noor, event, "SCANNED", true), event);

        tell("withdrawn");
        claim();

        assertThat(letters.state(ofBen)).isIn("SENDING", "HELD");
        assertThat(letters.reason(ofBen)).isIn(null, "quiet-hours");
    }

    private void tell(String what) {
        if (what.equals("contact")) {
            world.contact(contact, 2, "maya", noor, event, "SCANNED", false, false);
        } else {
            world.tell(
                    consents,
                    "consent.withdrawn.v1",
                    consent,
                    2,
                    Map.of(
                            "consentId",
                            consent,
                            "version",
                            2,
                            "personId",
                            noor,
                            "owner",
                            "maya",
                            "receiptId",
                            receipt,
                            "withdrawnAt",
                            Clock.systemUTC().instant().plusSeconds(5).toString()));
        }
    }

    private void claim() {
        claimer.claim(Clock.systemUTC(), 10, Duration.ofMinutes(2));
    }
}
