package rapport.followup.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class PlaybookDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    private Door maya;
    private Door ben;
    private UUID contact;

    @BeforeEach
    void mayaHasASpeakerAmongHerContacts() {
        maya = new Door(base, Tokens.of("maya"));
        ben = new Door(base, Tokens.of("ben"));
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID lopez = world.person("Dr. Lucía López", null, "lopez@clinic.example", "Europe/Madrid");
        world.speaker(lopez, event, "OPEN");
        contact = world.contact(Tokens.subject("maya"), lopez, event, "SPEAKER", false);
    }

    @Test
    void theSevenAreOfferedInTheLanguageThatIsAskedFor() throws Exception {
        var offered = read(maya.get("/playbooks?locale=de")).path("items");

        assertThat(offered).hasSize(7);
        assertThat(offered.get(0).path("name").asText()).contains("danken");
        assertThat(offered.get(0).path("steps").get(0).path("body").asText()).contains("vielen Dank");
        assertProblem(maya.get("/playbooks?locale=tlh"), 400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thank-speaker",
                "ask-question",
                "share-research",
                "offer-help",
                "mentor-outreach",
                "promised-introduction",
                "keep-in-touch"
            })
    void eachPlaybookMakesAFollowUpThatCanBeApprovedAsItIs(String playbook) throws Exception {
        var followUp = read(begun(playbook, "en", Tokens.of("maya")));

        assertThat(followUp.path("playbook").asText()).isEqualTo(playbook);
        assertThat(followUp.path("missing")).as(followUp.toString()).isEmpty();
        assertThat(followUp.path("dueAt").isMissingNode()).isFalse();
        var approved = read(maya.post("/followups/" + followUp.path("id").asText() + "/approval", ""));
        assertThat(approved.path("state").asText()).isEqualTo("SCHEDULED");
        maya.post("/followups/" + followUp.path("id").asText() + "/cancellation", "");
    }

    @Test
    void theWordsAreFilledInAndRememberTheirTemplate() throws Exception {
        var followUp = read(begun("thank-speaker", "fr", Tokens.of("maya")));

        assertThat(followUp.path("message").path("body").asText())
                .contains("Bonjour Dr. Lucía López,", "Young Cardiology Days", "Your registry talk", "Maya")
                .doesNotContain("{{");
        var madeFrom = followUp.path("steps").get(0).path("madeFrom");
        assertThat(madeFrom.path("template").asText()).isEqualTo("thank-speaker");
        assertThat(madeFrom.path("version").asLong()).isEqualTo(1);
        assertThat(madeFrom.path("locale").asText()).isEqualTo("fr");
        assertThat(followUp.path("steps").get(1).path("kind").asText()).isEqualTo("NUDGE");
    }

    @Test
    void whatThePlaybookNeedsAndNobodySaidIsMissing() throws Exception {
        var followUp = read(maya.post("/followups", """
                {"contactId":"%s","playbook":"ask-question"}""".formatted(contact)));

        assertThat(followUp.path("state").asText()).isEqualTo("NEEDS_PREPARATION");
        assertThat(followUp.path("missing").findValuesAsText("code"))
                .contains("goal-missing", "question-or-offer-missing", "placeholder-unresolved");
    }

    @Test
    void aPlaybookBringsItsOwnWordsAndPurpose() {
        var refused = assertProblem(maya.post("/followups", """
                {"contactId":"%s","playbook":"ask-question","message":{"subject":"Hi"},"steps":[]}
                """.formatted(contact)), 400, "validation");
        assertThat(pointers(refused)).containsExactly("/message", "/steps");
        assertProblem(maya.post("/followups", """
                {"contactId":"%s","playbook":"ask-for-money"}""".formatted(contact)), 422, "unknown-playbook");
        assertThat(pointers(assertProblem(maya.post("/followups", """
                {"contactId":"%s"}""".formatted(contact)), 400, "validation")))
                .containsExactly("/purpose");
    }

    @Test
    void anEditOfATemplateMakesAVersionAndChangesNothingThatWasWritten() throws Exception {
        var template = read(maya.post("/templates", """
                {"name":"After a poster","texts":[
                 {"locale":"en","subject":"Your poster at {{event.name}}","body":"Dear {{recipient.name|colleague}}, first words."}]}
                """));
        String path = "/templates/" + template.path("id").asText();
        var followUp = read(begun("thank-speaker", "en", Tokens.of("maya")));
        String step = "/followups/" + followUp.path("id").asText() + "/steps/"
                + followUp.path("steps").get(0).path("id").asText();
        var filled = read(maya.with("If-Match", "*")
                .send("PUT", step + "/words", """
                {"template":"%s"}""".formatted(template.path("id").asText()), "application/json"));
        assertThat(filled.path("message").path("subject").asText()).isEqualTo("Your poster at Young Cardiology Days");

        assertProblem(patch(maya, path, null, "{\"name\":\"Other\"}"), 428, "precondition-required");
        var changed = patch(maya, path, "\"v1\"", """
                {"texts":[{"locale":"en","subject":"New","body":"Second words."},
                          {"locale":"de","subject":"Neu","body":"Zweite Worte."}]}""");

        assertThat(read(changed).path("version").asLong()).isEqualTo(2);
        assertThat(read(maya.get(path)).path("texts").findValuesAsText("locale"))
                .containsExactly("en", "de");
        var unchanged = read(maya.get("/followups/" + followUp.path("id").asText()));
        assertThat(unchanged.path("message").path("body").asText()).contains("first words");
        assertThat(unchanged
                        .path("steps")
                        .get(0)
                        .path("madeFrom")
                        .path("version")
                        .asLong())
                .isEqualTo(1);
        assertProblem(patch(maya, path, "\"v1\"", "{\"name\":\"Late\"}"), 412, "stale-version");

        assertThat(maya.with("If-Match", "\"v2\"")
                        .send("DELETE", path, "", null)
                        .statusCode())
                .isEqualTo(204);
        assertProblem(maya.get(path), 404, "not-found");
        assertThat(read(maya.get("/followups/" + followUp.path("id").asText()))
                        .path("message")
                        .path("body")
                        .asText())
                .contains("first words");
    }

    @Test
    void somebodyElsesTemplateIsAsUnknownAsAnInventedOne() throws Exception {
        var template = read(maya.post("/templates", """
                {"name":"Mine","texts":[{"locale":"en","subject":"S","body":"B"}]}"""));
        String path = "/templates/" + template.path("id").asText();

        assertProblem(ben.get(path), 404, "not-found");
        assertProblem(patch(ben, path, "*", "{}"), 404, "not-found");
        assertProblem(ben.with("If-Match", "*").send("DELETE", path, "", null), 404, "not-found");
        assertThat(read(ben.get("/templates")).path("items").findValuesAsText("id"))
                .doesNotContain(template.path("id").asText());
    }

    @Test
    void everyFaultOfATemplateIsTold() {
        var refused = assertProblem(maya.post("/templates", """
                {"name":"Broken","texts":[
                 {"locale":"en","subject":"{{salary}}","body":"{{goal}"},
                 {"locale":"en","subject":"Fine","body":"Fine"}]}"""), 400, "validation");

        assertThat(pointers(refused)).containsExactly("/texts/0/subject", "/texts/0/body", "/texts/1/locale");
    }

    @Test
    void templatesArePaged() throws Exception {
        var chen = new Door(base, Tokens.of("chen"));
        for (String name : List.of("One", "Two", "Three")) {
            chen.post("/templates", """
                    {"name":"%s","texts":[{"locale":"en","subject":"S","body":"B"},{"locale":"es","subject":"S","body":"B"}]}
                    """.formatted(name));
        }

        var first = read(chen.get("/templates?limit=2"));
        var second =
                read(chen.get("/templates?limit=2&cursor=" + first.path("next").asText()));

        assertThat(first.path("items").findValuesAsText("name")).containsExactly("Three", "Two");
        assertThat(second.path("items").findValuesAsText("name")).containsExactly("One");
    }

    private HttpResponse<String> begun(String playbook, String locale, String token) {
        return new Door(base, token).post("/followups", """
                {"contactId":"%s","playbook":"%s","locale":"%s",
                 "preparation":{"goal":"learn about registries %s","context":"Your registry talk",
                                "question":"Which registry?","offer":"I can share our data."}}
                """.formatted(contact, playbook, locale, UUID.randomUUID()));
    }

    private static HttpResponse<String> patch(Door door, String path, String ifMatch, String body) {
        Door with = ifMatch == null ? door : door.with("If-Match", ifMatch);
        return with.send("PATCH", path, body, "application/merge-patch+json");
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
