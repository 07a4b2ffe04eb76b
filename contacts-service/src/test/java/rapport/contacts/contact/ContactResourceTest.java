package rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ContactResourceTest {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    private Phone phone;

    @BeforeEach
    void aNewOwner() {
        phone = Phone.of(base);
    }

    @Test
    void aCardShowsWhatThePersonSharesAndNoAddress() {
        var badge = congress.badge("CARD");
        congress.personAs(badge.person(), 2, "Ines López", UUID.randomUUID().toString());

        var contact = phone.contact(phone.stored(Phone.scan(badge)));

        assertThat(contact.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(contact.path("card").path("displayName").asText()).isEqualTo("Ines López");
        assertThat(contact.path("card").path("links").path("linkedin").asText()).startsWith("https://");
        assertThat(contact.toString()).doesNotContain("@clinic.example", "email");
    }

    @Test
    void whoDoesNotShareIsNotRevealed() {
        for (String sharing : List.of("ASK_ME", "OFF")) {
            var scan = Phone.scan(congress.badge(sharing));
            scan.put("note", "the one with the bicycle");

            var contact = phone.contact(phone.stored(scan));

            assertThat(contact.path("status").asText()).isEqualTo("NEEDS_CONSENT");
            assertThat(contact.has("card")).isFalse();
            assertThat(contact.has("personId")).isFalse();
            assertThat(contact.toString()).doesNotContain("Ines");
            assertThat(contact.path("notes").path(0).path("text").asText()).isEqualTo("the one with the bicycle");
        }
    }

    @Test
    void aCardThatIsWithdrawnIsGoneWithTheNextRead() {
        var badge = congress.badge("CARD");
        String id = phone.stored(Phone.scan(badge));
        assertThat(phone.contact(id).has("card")).isTrue();

        congress.register(badge, 2, "CONFIRMED", "OFF", "ACTIVE");

        assertThat(phone.contact(id).has("card")).isFalse();
    }

    @Test
    void anEditNeedsTheVersionThatWasSeen() {
        String id = phone.stored(Phone.scan(congress.badge("CARD")));

        assertProblem(patch(phone.door(), id, "{\"rating\":5}"), 428, "precondition-required");
        assertProblem(patch(phone.door().with("If-Match", "\"v7\""), id, "{\"rating\":5}"), 412, "stale-version");
        var edited = patch(phone.door().with("If-Match", "\"v1\""), id, "{\"rating\":5,\"intent\":\"MENTOR\"}");

        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(edited.headers().firstValue("ETag")).hasValue("\"v2\"");
        assertThat(Phone.json(edited).path("rating").asInt()).isEqualTo(5);
        assertThat(congress.versions(phone.owner())).isEqualTo(2);
    }

    @Test
    void anEditAddsRemovesClearsAndKeeps() {
        var scan = Phone.scan(congress.badge("CARD"));
        scan.put("rating", 3);
        scan.put("intent", "PEER");
        scan.put("tags", List.of("sepsis", "later"));
        String id = phone.stored(scan);

        var door = phone.door().with("If-Match", "*");
        var edited = Phone.json(patch(door, id, """
                {"rating":null,"addTags":["mentor"],"removeTags":["later"],"addNote":"called her",
                 "doNotContact":true,"doNotContactReason":"asked me not to"}"""));

        assertThat(edited.has("rating")).isFalse();
        assertThat(edited.path("intent").asText()).isEqualTo("PEER");
        assertThat(edited.path("tags")).extracting(JsonNode::asText).containsExactly("mentor", "sepsis");
        assertThat(edited.path("notes").path(0).path("text").asText()).isEqualTo("called her");
        assertThat(edited.path("doNotContact").asBoolean()).isTrue();
        assertThat(edited.path("doNotContactReason").asText()).isEqualTo("asked me not to");
    }

    @Test
    void anEditIsNotUndoneByAScanThatHappenedBeforeIt() {
        var badge = congress.badge("CARD");
        String id = phone.stored(Phone.scan(badge));
        patch(phone.door().with("If-Match", "*"), id, "{\"rating\":5}");
        var late = Phone.scan(badge);
        late.put("rating", 1);

        phone.stored(late);

        assertThat(phone.contact(id).path("rating").asInt()).isEqualTo(5);
    }

    @Test
    void faultyEditsLeaveNothing() {
        String id = phone.stored(Phone.scan(congress.badge("CARD")));
        var door = phone.door().with("If-Match", "*");

        assertProblem(patch(door, id, "{\"rating\":6}"), 400, "validation");
        assertProblem(patch(door, id, "{\"version\":9}"), 400, "validation");
        assertProblem(patch(door, id, "{\"doNotContact\":null}"), 400, "validation");
        assertThat(congress.versions(phone.owner())).isEqualTo(1);
    }

    @Test
    void somebodyElsesContactIsNoContact() {
        String id = phone.stored(Phone.scan(congress.badge("CARD")));
        Door other = Phone.of(base).door();
        String random = UUID.randomUUID().toString();

        assertThat(comparable(assertProblem(other.get("/contacts/" + id), 404, "not-found")))
                .isEqualTo(comparable(assertProblem(other.get("/contacts/" + random), 404, "not-found")));
        assertProblem(patch(other.with("If-Match", "*"), id, "{\"rating\":1}"), 404, "not-found");
        assertProblem(other.get("/contacts/not-a-uuid"), 404, "not-found");
    }

    @Test
    void nobodyReadsWithoutBeingSignedIn() {
        var anonymous = new Door(base, (String) null);

        assertProblem(anonymous.get("/contacts"), 401, "unauthenticated");
        assertProblem(anonymous.get("/contacts/" + UUID.randomUUID()), 401, "unauthenticated");
        assertProblem(anonymous.post("/contacts", "{}"), 401, "unauthenticated");
        assertProblem(patch(anonymous, UUID.randomUUID().toString(), "{}"), 401, "unauthenticated");
    }

    @Test
    void aListIsPagedAndFiltered() {
        var tagged = Phone.scan(congress.badge("CARD"));
        tagged.put("tags", List.of("sep\"sis"));
        tagged.put("intent", "LEARN");
        String wanted = phone.stored(tagged);
        phone.stored(Phone.scan(congress.badge("CARD")));
        phone.stored(Phone.scan(congress.badge("OFF")));

        assertThat(ids(phone.door().get("/contacts"))).hasSize(3);
        assertThat(ids(phone.door().get("/contacts?tag=sep%22sis"))).containsExactly(wanted);
        assertThat(ids(phone.door().get("/contacts?intent=LEARN"))).containsExactly(wanted);
        assertThat(ids(phone.door().get("/contacts?event=" + tagged.get("eventId"))))
                .containsExactly(wanted);
        assertThat(ids(phone.door().get("/contacts?status=NEEDS_CONSENT")))
                .hasSize(1)
                .doesNotContain(wanted);
        assertProblem(phone.door().get("/contacts?status=SLEEPING"), 400, "validation");
        assertProblem(phone.door().get("/contacts?colour=red"), 400, "validation");

        var seen = new ArrayList<String>();
        String path = "/contacts?limit=1";
        while (path != null) {
            var page = phone.door().get(path);
            seen.addAll(ids(page));
            JsonNode next = Phone.json(page).path("next");
            path = next.isTextual() ? "/contacts?limit=1&cursor=" + next.asText() : null;
        }
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void changesComeOnceAndAfterTheListThatGaveTheToken() {
        var first = congress.badge("CARD");
        String before = phone.stored(Phone.scan(first));
        String token = Phone.json(phone.door().get("/contacts")).path("changes").asText();
        String added = phone.stored(Phone.scan(congress.badge("CARD")));
        var again = Phone.scan(first);
        again.put("rating", 2);
        phone.stored(again);

        var changes = changesSince(token);

        assertThat(changes.ids()).containsExactlyInAnyOrder(before, added);
        assertThat(changesSince(changes.token()).ids()).isEmpty();
        assertProblem(Phone.of(base).door().get("/contacts?changedSince=" + token), 400, "validation");
        assertProblem(phone.door().get("/contacts?tag=x&changedSince=" + token), 400, "validation");
    }

    @Test
    void aSpeakerBecomesAContactWithoutAnAddress() {
        UUID event = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        UUID speaker = congress.speaker(event, person, "Dr. Inés López");
        UUID session = congress.session(event, speaker);

        var response =
                phone.door().post("/contacts", "{\"speakerId\":\"" + speaker + "\",\"sessionId\":\"" + session + "\"}");
        var again = phone.door().post("/contacts", "{\"speakerId\":\"" + speaker + "\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        var contact = Phone.json(response);
        assertThat(contact.path("kind").asText()).isEqualTo("SPEAKER");
        assertThat(contact.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(contact.path("speaker").path("displayName").asText()).isEqualTo("Dr. Inés López");
        assertThat(contact.path("encounters").path(0).path("sessionId").asText())
                .isEqualTo(session.toString());
        assertThat(contact.has("card")).isFalse();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Phone.json(again).path("id").asText())
                .isEqualTo(contact.path("id").asText());
        assertThat(congress.versions(phone.owner())).isEqualTo(1);
    }

    @Test
    void aSpeakerWhoIsScannedLaterStaysOneContact() {
        var badge = congress.badge("OFF");
        UUID speaker = congress.speaker(badge.event(), badge.person(), "Dr. Inés López");
        String id = Phone.json(phone.door().post("/contacts", "{\"speakerId\":\"" + speaker + "\"}"))
                .path("id")
                .asText();

        String scanned = phone.stored(Phone.scan(badge));

        assertThat(scanned).isEqualTo(id);
        var contact = phone.contact(id);
        assertThat(contact.path("kind").asText()).isEqualTo("SCANNED");
        assertThat(contact.path("speaker").path("displayName").asText()).isEqualTo("Dr. Inés López");
        assertThat(contact.has("card")).isFalse();
    }

    @Test
    void whoIsNotInAProgrammeCannotBeAdded() {
        UUID event = UUID.randomUUID();
        UUID speaker = congress.speaker(event, UUID.randomUUID(), "Dr. X");

        assertProblem(
                phone.door().post("/contacts", "{\"speakerId\":\"" + UUID.randomUUID() + "\"}"),
                422,
                "unknown-speaker");
        assertProblem(
                phone.door()
                        .post(
                                "/contacts",
                                "{\"speakerId\":\"" + speaker + "\",\"sessionId\":\"" + UUID.randomUUID() + "\"}"),
                422,
                "unknown-session");
        assertProblem(phone.door().post("/contacts", "{}"), 400, "validation");
        assertThat(congress.count("contact", phone.owner())).isZero();
    }

    private record Changes(List<String> ids, String token) {}

    private Changes changesSince(String token) {
        var ids = new ArrayList<String>();
        String at = token;
        while (true) {
            var page = phone.door().get("/contacts?limit=1&changedSince=" + at);
            at = Phone.json(page).path("changes").asText();
            if (ids(page).isEmpty()) {
                return new Changes(ids, at);
            }
            ids.addAll(ids(page));
        }
    }

    private static List<String> ids(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var ids = new ArrayList<String>();
        Phone.json(page).path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static HttpResponse<String> patch(Door door, String id, String body) {
        return door.send("PATCH", "/contacts/" + id, body, MERGE_PATCH);
    }

    private static String comparable(JsonNode problem) {
        return problem.toString().replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
    }
}
