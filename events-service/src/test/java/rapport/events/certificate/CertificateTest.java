package rapport.events.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

/** The congress is in December 2024: its sessions are over. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class CertificateTest extends FrontDoor {
    @Inject
    CertificateConfig config;

    @ConfigProperty(name = "rapport.public-url")
    String publicUrl;

    private String event;
    private String session;
    private String registration;

    @BeforeEach
    void mayaIsRegistered() {
        event = publishedEvent("{\"attendancePercent\":70}");
        session = session("Sepsis in children", "10:00:00", "11:00:00");
        ok(200, as("maya").send("POST", "/me/link", "", null));
        registration = id(
                ok(201, as("maya").post("/events/" + event + "/registrations", "{\"displayName\":\"Maya Okafor\"}")));
    }

    @Test
    void aCertificateSaysWhichSessionsCountAndByWhichRule() {
        attend(session, 50);
        attend(session("Too short", "12:00:00", "13:00:00"), 41);

        var certificate = ok(201, issue("maya", "{}"));

        assertThat(certificate.path("holder").asText()).isEqualTo("Maya Okafor");
        assertThat(certificate.path("minutes").asInt()).isEqualTo(50);
        assertThat(certificate.path("rule").asText())
                .isEqualTo("A session counts when at least 70 % of it was attended.");
        assertThat(certificate.path("sessions")).hasSize(1);
        var counted = certificate.path("sessions").get(0);
        assertThat(counted.path("title").asText()).isEqualTo("Sepsis in children");
        assertThat(counted.path("startsAt").asText()).startsWith("2024-12-27T10:00");
        assertThat(counted.path("percent").asInt()).isEqualTo(83);
        assertThat(ok(200, as("maya").get("/me/certificates")).path("items").findValuesAsText("id"))
                .contains(id(certificate));
    }

    @Test
    void theAddressOnPaperIsThePublicOneOfThisPlatform() {
        assertThat(config.verificationUrl()).hasToString(publicUrl + "/api/events/certificate-verifications/");
    }

    @Test
    void withoutASessionThatCountsThereIsNoneAndTheRuleIsTold() {
        attend(session, 41);
        String before = state();

        var problem = ok(409, issue("maya", "{}"));

        assertThat(problem.path("code").asText()).isEqualTo("nothing-attended");
        assertThat(problem.path("detail").asText())
                .isEqualTo("No session that is over counts. A session counts when at least 70 % of it was attended.");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void issuingAgainGivesTheSameAndAnotherAttendanceAnotherOne() {
        attend(session, 50);
        var first = ok(201, issue("maya", "{}"));
        assertThat(ok(200, issue("olga", "{}"))).isEqualTo(first);

        attend(session, 60);
        assertThat(verify(first).path("status").asText())
                .as("more than it says is no reason")
                .isEqualTo("VALID");
        var second = ok(201, issue("maya", "{}"));

        assertThat(second.path("minutes").asInt()).isEqualTo(60);
        assertThat(second.path("code")).isNotEqualTo(first.path("code"));
        assertThat(verify(first).path("status").asText()).isEqualTo("REVOKED");
        assertThat(verify(second).path("status").asText()).isEqualTo("VALID");
        assertThat(ok(200, as("maya").get("/certificates/" + id(first)))
                        .path("revokedBecause")
                        .asText())
                .isEqualTo("REPLACED");
    }

    @Test
    void aVerifierLearnsInitialsUnlessTheHolderWantsTheNameShown() {
        attend(session, 50);
        var certificate = ok(201, issue("olga", "{\"nameShown\":\"FULL\"}"));
        assertThat(verify(certificate).path("holder").asText())
                .as("staff does not decide this")
                .isEqualTo("M. O.");

        var chosen = ok(201, issue("maya", "{\"nameShown\":\"FULL\"}"));

        var verification = verify(chosen);
        assertThat(verification.path("holder").asText()).isEqualTo("Maya Okafor");
        assertThat(verification.path("minutes").asInt()).isEqualTo(50);
        assertThat(verification.path("firstDay").asText()).isEqualTo("2024-12-27");
        assertThat(verification.toString())
                .doesNotContain(registration)
                .doesNotContain("@")
                .doesNotContain("Sepsis");
    }

    @Test
    void aCertificateWhoseReportWasTakenBackIsOutdated() {
        String importId = attend(session, 50);
        var certificate = ok(201, issue("maya", "{}"));

        ok(
                200,
                as("olga")
                        .send(
                                "POST",
                                "/events/" + event + "/sessions/" + session + "/webinar-imports/" + importId
                                        + "/rollback",
                                "",
                                null));

        assertThat(verify(certificate).path("status").asText()).isEqualTo("OUTDATED");
    }

    @Test
    void verifyingAndReadingWriteNothing() {
        attend(session, 50);
        var certificate = ok(201, issue("maya", "{}"));
        String before = state() + text("select max(issued_at) from certificate");

        verify(certificate);
        ok(200, as("maya").get("/certificates/" + id(certificate)));
        ok(200, as("olga").get("/events/" + event + "/certificates"));

        assertThat(state() + text("select max(issued_at) from certificate")).isEqualTo(before);
    }

    @Test
    void staffTakesACertificateBackAndDoingItAgainChangesNothing() {
        attend(session, 50);
        var certificate = ok(201, issue("maya", "{}"));
        String path = "/certificates/" + id(certificate) + "/revocation";

        var revoked = ok(200, as("olga").send("POST", path, "", null));

        assertThat(revoked.path("revokedBecause").asText()).isEqualTo("WITHDRAWN");
        assertThat(ok(200, as("olga").send("POST", path, "", null))).isEqualTo(revoked);
        assertThat(verify(certificate).path("status").asText()).isEqualTo("REVOKED");
    }

    @Test
    void whoAsksTwiceAtTheSameTimeGetsOneCertificate() throws Exception {
        attend(session, 50);
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> issue("maya", "{}").statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Integer>();
            for (var done : threads.invokeAll(calls)) {
                answers.add(done.get());
            }
            assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        }
        assertThat(number("select count(*) from certificate where registration_id = ?", UUID.fromString(registration)))
                .isEqualTo(1);
    }

    @Test
    void theCertificateOfSomebodyElseIsNotFound() {
        attend(session, 50);
        var certificate = ok(201, issue("maya", "{}"));

        assertThat(as("ben").get("/certificates/" + id(certificate)).statusCode())
                .isEqualTo(404);
        ok(200, as("ben").send("POST", "/me/link", "", null));
        assertThat(issue("ben", "{}").statusCode()).isEqualTo(404);
    }

    private java.net.http.HttpResponse<String> issue(String who, String body) {
        return as(who).post("/events/" + event + "/registrations/" + registration + "/certificates", body);
    }

    private JsonNode verify(JsonNode certificate) {
        return ok(
                200,
                asNobody()
                        .get("/certificate-verifications/"
                                + certificate.path("code").asText()));
    }

    private String session(String title, String from, String to) {
        return id(ok(
                201,
                as("olga")
                        .post(
                                "/events/" + event + "/sessions",
                                "{\"title\":\"%s\",\"startsAt\":\"2024-12-27T%s\",\"endsAt\":\"2024-12-27T%s\"}"
                                        .formatted(title, from, to))));
    }

    /** @return the id of the report that says so */
    private String attend(String where, int minutes) {
        String address = text("select email from registration where id = ?", UUID.fromString(registration));
        return ok(
                        201,
                        as("olga")
                                .send(
                                        "POST",
                                        "/events/" + event + "/sessions/" + where + "/webinar-imports",
                                        "email,minutes\n%s,%d\n".formatted(address, minutes),
                                        "text/csv"))
                .path("importId")
                .asText();
    }
}
