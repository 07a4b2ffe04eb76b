package rapport.events.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class SpeakerMergeTest extends FrontDoor {
    private static final String ORCID = "0000-0002-1825-0097";

    @Test
    void theSameOrcidProposesAMergeAndAcceptingItLeavesOneSpeakerWithEverything() {
        String id = event();
        String kept =
                speaker(id, "{\"displayName\":\"Inés López\",\"externalId\":\"A\",\"orcid\":\"%s\"}".formatted(ORCID));
        String gone = speaker(
                id,
                "{\"displayName\":\"I. Lopez\",\"externalId\":\"B\",\"orcid\":\"https://orcid.org/%s\",\"bio\":\"Cardiologist\",\"email\":\"m%s@x.example\"}"
                        .formatted(ORCID, id));
        String onlyGone = session(id, "10", gone);
        String both = session(id, "12", kept, gone);

        String proposal = id(onlyProposal(id));
        var merged = ok(200, accept(id, proposal, kept));

        assertThat(id(merged)).isEqualTo(kept);
        assertThat(merged.path("displayName").asText()).isEqualTo("Inés López");
        assertThat(merged.path("bio").asText()).isEqualTo("Cardiologist");
        assertThat(merged.path("email").asText()).isEqualTo("m" + id + "@x.example");
        assertThat(speakersOf(id, onlyGone)).containsExactly(kept);
        assertThat(speakersOf(id, both)).containsExactly(kept);
        assertThat(id(ok(200, as("olga").get("/events/" + id + "/speakers/" + gone))))
                .isEqualTo(kept);
        for (String key : new String[] {"A", "B"}) {
            assertThat(ok(200, as("olga").get("/events/" + id + "/speakers?externalId=" + key))
                            .path("items"))
                    .singleElement()
                    .satisfies(found -> assertThat(id(found)).isEqualTo(kept));
        }
        assertThat(messages(gone).getLast().path("mergedInto").asText()).isEqualTo(kept);
        assertThat(text("select type from outbox where key = ? order by seq desc limit 1", UUID.fromString(gone)))
                .isEqualTo("speaker.deleted.v1");
        assertThat(messages(kept).getLast().path("version").asLong())
                .isEqualTo(merged.path("version").asLong());
        assertThat(messages(onlyGone).getLast().path("speakers").get(0).path("personId"))
                .isEqualTo(merged.path("personId"));
        String before = state();
        assertProblem(accept(id, proposal, kept), 409, "merge-decided");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anAddressThatIsToldLaterProposesInsteadOfFailing() {
        String id = event();
        String ana = speaker(id, "{\"displayName\":\"Ana\",\"email\":\"a%s@x.example\"}".formatted(id));
        String anna = speaker(id, "{\"displayName\":\"Anna\"}");

        var told = ok(
                200,
                patch(
                        as("olga"),
                        "/events/" + id + "/speakers/" + anna,
                        "*",
                        "{\"email\":\"A%s@X.example\"}".formatted(id)));

        assertThat(told.path("mergeProposedWith").asText()).isEqualTo(ana);
        assertThat(onlyProposal(id).path("reason").asText()).isEqualTo("EMAIL");
        assertThat(ok(200, accept(id, id(onlyProposal(id)), anna)).path("email").asText())
                .isEqualTo("a" + id + "@x.example");
    }

    @Test
    void aDismissedPairIsNotProposedAgain() {
        String id = event();
        speaker(id, "{\"displayName\":\"A\",\"orcid\":\"%s\"}".formatted(ORCID));
        String second = speaker(id, "{\"displayName\":\"B\",\"orcid\":\"%s\"}".formatted(ORCID));
        String proposal = id(onlyProposal(id));

        ok(200, as("olga").send("POST", "/events/" + id + "/speaker-merges/" + proposal + "/dismissal", "", null));
        ok(200, patch(as("olga"), "/events/" + id + "/speakers/" + second, "*", "{\"bio\":\"x\"}"));

        assertThat(proposals(id)).isEmpty();
        assertThat(ok(200, as("olga").get("/events/" + id + "/speaker-merges?status=DISMISSED"))
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void onlyOneOfThePairCanBeKept() {
        String id = event();
        speaker(id, "{\"displayName\":\"A\",\"orcid\":\"%s\"}".formatted(ORCID));
        speaker(id, "{\"displayName\":\"B\",\"orcid\":\"%s\"}".formatted(ORCID));
        String third = speaker(id, "{\"displayName\":\"C\"}");
        String before = state();

        var problem = assertProblem(accept(id, id(onlyProposal(id)), third), 422, "not-of-the-pair");

        assertThat(pointers(problem)).containsExactly("/keep");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aRemovedSpeakerLeavesTheSessionsAndMayComeBack() {
        String id = event();
        String body = "{\"displayName\":\"Ana\",\"email\":\"back%s@x.example\"}".formatted(id);
        String ana = speaker(id, body);
        String session = session(id, "10", ana);

        assertThat(as("olga")
                        .send("DELETE", "/events/" + id + "/speakers/" + ana, "", null)
                        .statusCode())
                .isEqualTo(204);

        assertThat(speakersOf(id, session)).isEmpty();
        assertThat(messages(session).getLast().path("speakers")).isEmpty();
        assertThat(text("select type from outbox where key = ? order by seq desc limit 1", UUID.fromString(ana)))
                .isEqualTo("speaker.deleted.v1");
        assertThat(number(
                        "select count(*) from speaker where id = ? and (email is not null or status <> 'REMOVED')",
                        UUID.fromString(ana)))
                .isZero();
        assertThat(speaker(id, body)).isNotEqualTo(ana);
        assertProblem(as("olga").send("DELETE", "/events/" + id + "/speakers/" + ana, "", null), 404, "not-found");
    }

    @Test
    void faultsOfASpeakerAreListedTogether() {
        String id = event();
        String before = state();

        var problem = assertProblem(
                as("olga")
                        .post(
                                "/events/" + id + "/speakers",
                                "{\"rorId\":\"https://ror.org/05dxps056\",\"country\":\"XX\",\"orcid\":\"0000-0002-1825-0098\",\"photoUrl\":\"data:image/png;base64,x\",\"links\":{\"scholar\":\"https://x.example\"}}"),
                400,
                "validation");

        assertThat(pointers(problem))
                .containsExactlyInAnyOrder(
                        "/country", "/displayName", "/links/scholar", "/orcid", "/photoUrl", "/rorId");
        assertThat(state()).isEqualTo(before);
    }

    private String speaker(String event, String body) {
        return id(ok(201, as("olga").post("/events/" + event + "/speakers", body)));
    }

    private String session(String event, String hour, String... speakers) {
        var body = JSON.createObjectNode()
                .put("title", "At " + hour)
                .put("startsAt", "2024-12-27T" + hour + ":00:00")
                .put("endsAt", "2024-12-27T" + hour + ":30:00");
        var parts = body.putArray("speakers");
        for (String speaker : speakers) {
            parts.addObject().put("speakerId", speaker);
        }
        return id(ok(201, as("olga").post("/events/" + event + "/sessions", body.toString())));
    }

    private java.util.List<String> speakersOf(String event, String session) {
        var found = new java.util.ArrayList<String>();
        ok(200, as("olga").get("/events/" + event + "/sessions/" + session))
                .path("speakers")
                .forEach(part -> found.add(part.path("speakerId").asText()));
        return found;
    }

    private JsonNode proposals(String event) {
        return ok(200, as("olga").get("/events/" + event + "/speaker-merges")).path("items");
    }

    private JsonNode onlyProposal(String event) {
        assertThat(proposals(event)).hasSize(1);
        return proposals(event).get(0);
    }

    private java.net.http.HttpResponse<String> accept(String event, String proposal, String keep) {
        return as("olga")
                .post(
                        "/events/" + event + "/speaker-merges/" + proposal + "/acceptance",
                        "{\"keep\":\"" + keep + "\"}");
    }
}
