package rapport.followup.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.kit.testing.Topic;

@QuarkusTest
@WithTestResource(RealParts.class)
class BoundaryPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String RULES =
            "weeklyBudget=3&zone=Europe%2FMadrid&day=MONDAY&day=TUESDAY&from=09%3A00&to=24%3A00"
                    + "&topics=sepsis%2C+Ultraschall&languages=es%2C+en&mentoring=false";

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    Links links;

    @Inject
    BoundaryOpening opening;

    private Door anybody;
    private Door maya;
    private UUID lopez;
    private UUID contact;
    private UUID event;
    private String path;

    @BeforeEach
    void mayaWroteToASpeakerWithoutAnAccount() {
        letters.clear();
        anybody = new Door(base, (String) null);
        maya = new Door(base, Tokens.of("maya"));
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        lopez = world.person("Dr. Lucía López", null, UUID.randomUUID() + "@clinic.example", "Europe/Madrid");
        world.speaker(lopez, event, "OPEN");
        contact = world.contact("maya", lopez, event, "SPEAKER", false);
        path = "/rules/" + links.token(LinkPurpose.BOUNDARY, letters.sent("maya", contact, event, lopez));
    }

    @Test
    void theLinkShowsTheRulesThatCountAndChangesNothing() {
        var page = anybody.with("Accept-Language", "de").get(path);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"de\">")
                .contains("value=\"OPEN\" checked")
                .contains("name=\"weeklyBudget\" min=\"0\" max=\"1000\" value=\"5\"")
                .contains("value=\"FRIDAY\" checked> Freitag")
                .doesNotContain("value=\"SUNDAY\" checked")
                .doesNotContain("@clinic.example");
        assertThat(letters.one("select count(*) from boundary where person_id = '" + lopez + "'"))
                .isEqualTo("0");
    }

    @Test
    void aPersonWithoutAnAccountSetsTheRulesAndSendersSeeThem() throws Exception {
        var answer = anybody.send("POST", path, "mode=BY_REQUEST&version=0&" + RULES, FORM);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode shared = JSON.readTree(maya.get("/boundaries/" + lopez).body());
        assertThat(shared.path("mode").asText()).isEqualTo("BY_REQUEST");
        assertThat(shared.path("remaining").asInt()).isEqualTo(2);
        assertThat(shared.path("topics").toString()).isEqualTo("[\"sepsis\",\"Ultraschall\"]");
        assertThat(shared.path("languages").toString()).isEqualTo("[\"es\",\"en\"]");
        assertThat(shared.path("mentoring").asBoolean(true)).isFalse();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Topic.named("rapport.boundary.v1").read(lopez).size() == 1);
        assertThat(anybody.get(path).body())
                .contains("value=\"BY_REQUEST\" checked")
                .contains("value=\"24:00\"");
    }

    @Test
    void aPageThatWasLeftOpenOverwritesNothing() {
        anybody.send("POST", path, "mode=RELAY&version=0&" + RULES, FORM);

        var late = anybody.send("POST", path, "mode=OPEN&version=0&" + RULES, FORM);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("role=\"alert\"");
        assertThat(mode()).isEqualTo("RELAY");
    }

    @Test
    void whatMakesNoSenseIsSaidInThePageAndLeavesNothing() {
        for (String form : new String[] {
            "mode=OPEN&version=0",
            "mode=OPEN&version=0&" + RULES.replace("Madrid", "Atlantis"),
            "mode=OPEN&version=0&" + RULES.replace("weeklyBudget=3", "weeklyBudget=-1"),
            "mode=OPEN&version=0&" + RULES.replace("09%3A00", "9+o%27clock"),
            "mode=OPEN&version=0&" + RULES.replace("languages=es", "languages=Spanish"),
            "mode=CLOSED&until=1999-01-01&version=0&" + RULES,
            "version=0&" + RULES,
            "mode=OPEN&" + RULES,
        }) {
            var answer = anybody.send("POST", path, form, FORM);
            assertThat(answer.statusCode()).as(form + "\n" + answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"");
        }
        assertThat(mode()).isNull();
    }

    @Test
    void whatIsTypedIsTextAndNeverMarkup() {
        var answer = anybody.send("POST", path, "mode=x&topics=%22%3E%3Cscript%3E&version=0", FORM);

        assertThat(answer.body()).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void aHolidayEndsByItselfAndTheOthersLearnOfIt() {
        LocalDate until = LocalDate.now(ZoneId.of("Europe/Madrid")).plusDays(10);
        anybody.send("POST", path, "mode=CLOSED&until=" + until + "&version=0&" + RULES, FORM);
        assertThat(letters.one(
                        "select until at time zone 'Europe/Madrid' from boundary where person_id = '" + lopez + "'"))
                .isEqualTo(until + " 00:00:00");
        UUID held = letters.due("maya", contact, event);
        letters.update(
                "update progress set state = 'HELD', send_at = now() + interval '9 days', recipient = '%s' where follow_up_id = '%s'"
                        .formatted(lopez, held));

        letters.update("update boundary set until = now() - interval '1 second' where person_id = '" + lopez + "'");

        // The upkeep of the running service may be faster; together they open it once.
        opening.runOnce();
        await().atMost(Duration.ofSeconds(60)).until(() -> "BY_REQUEST".equals(mode()));
        opening.runOnce();

        assertThat(letters.one("select version from boundary where person_id = '" + lopez + "'"))
                .isEqualTo("2");
        assertThat(letters.one("select send_at <= now() from progress where follow_up_id = '" + held + "'"))
                .isEqualTo("t");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Topic.named("rapport.boundary.v1").read(lopez).size() == 2);
    }

    @Test
    void aLinkOfAnErasedPersonIsDead() {
        letters.update("update person set deleted = true where person_id = '" + lopez + "'");

        assertThat(anybody.get(path).statusCode()).isEqualTo(404);
        assertThat(anybody.send("POST", path, "mode=OPEN&version=0&" + RULES, FORM)
                        .statusCode())
                .isEqualTo(404);
        assertThat(anybody.get(path.replace("rules", "stop")).statusCode())
                .as("a link of another purpose")
                .isEqualTo(404);
    }

    private String mode() {
        return letters.one("select mode from boundary where person_id = '" + lopez + "'");
    }
}
