package rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Contracts;
import rapport.contacts.Phone;
import rapport.kit.testing.RealParts;

/** What owners type about people, and how they find it again. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ManualContactTest {
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
    void somebodyIsWrittenDownByHand() {
        var contact = added("""
                {"details": {"displayName": "Łukasz Müller", "affiliation": "Klinikum Süd", "careerStage": "FELLOW",
                  "roles": ["Oberarzt"], "emails": [{"address": "L.Mueller@Clinic.Example", "label": "work"}],
                  "phones": [{"number": "01 40400 0", "label": "ward"}, {"number": "ask Jana"}], "phoneRegion": "AT",
                  "links": {"linkedin": "https://www.linkedin.com/in/lmueller"}, "orcid": "https://orcid.org/0000-0002-1825-0097",
                  "interests": ["sepsis"], "languages": ["PT-br"], "zone": "Europe/Vienna", "myGoal": "joint registry",
                  "preferredChannel": "PHONE"},
                 "tags": ["registry"], "intent": "COLLABORATE", "rating": 4, "note": "plays the cello",
                 "encounter": {"metAt": "2026-01-10T19:30:00Z", "place": "night train", "how": "shared a table",
                  "throughWhom": "Dr. Okafor"}}""");

        var details = contact.path("details");
        assertThat(contact.path("kind").asText()).isEqualTo("MANUAL");
        assertThat(contact.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(contact.path("name").asText()).isEqualTo("Łukasz Müller");
        assertThat(contact.has("card")).isFalse();
        assertThat(details.path("emails").path(0).path("address").asText()).isEqualTo("l.mueller@clinic.example");
        assertThat(details.path("phones").path(0).path("number").asText()).isEqualTo("+431404000");
        assertThat(details.path("phones").path(1).path("dialable").asBoolean(true))
                .isFalse();
        assertThat(details.path("orcid").asText()).isEqualTo("0000-0002-1825-0097");
        assertThat(details.path("languages").path(0).asText()).isEqualTo("pt-BR");
        assertThat(details.path("zoneSource").asText()).isEqualTo("TYPED");
        var met = contact.path("encounters").path(0);
        assertThat(met.path("place").asText()).isEqualTo("night train");
        assertThat(met.path("throughWhom").asText()).isEqualTo("Dr. Okafor");
        assertThat(met.path("metAt").asText()).isEqualTo("2026-01-10T19:30:00Z");
        assertThat(met.has("eventId")).isFalse();
        assertThat(contact.path("notes").path(0).path("text").asText()).isEqualTo("plays the cello");
    }

    @Test
    void nothingThatWasTypedIsToldToOtherServices() {
        UUID id = UUID.randomUUID();
        var said = new NewEncounter(null, null, Instant.EPOCH, "night train", null, null, "Dr. Okafor")
                .said(new rapport.contacts.merge.Stamp(1, 0, "", "x"));
        var edit = new rapport.contacts.merge.Details.Edit(rapport.contacts.merge.Details.NONE)
                .set(rapport.contacts.merge.Field.DISPLAY_NAME, "Canary")
                .add(rapport.contacts.merge.Several.EMAILS, "canary@clinic.example", "")
                .at(new rapport.contacts.merge.Stamp(1, 0, "", "x"));

        String message = ContactMessage.of(
                        new StoredContact("o", id, Standing.typed(id, ContactKind.MANUAL), 1, said.join(edit), null))
                .toJson();

        Contracts.assertValid("rapport.contact.v1", "contact.changed.v1", message);
        assertThat(message).doesNotContain("anary", "Okafor", "night train");
    }

    @Test
    void allFaultsOfWhatWasTypedAreToldAtOnce() {
        var problem = assertProblem(phone.door().post("/contacts/manual", """
                        {"details": {"displayName": " ", "emails": [{"address": "nobody"}], "orcid": "0000-0002-1825-0098",
                          "languages": ["klingon!"], "zone": "Mars/Olympus", "links": {"website": "javascript:alert(1)"}}}"""), 400, "validation");

        assertThat(pointers(problem))
                .contains(
                        "/details/displayName",
                        "/details/emails/0/address",
                        "/details/orcid",
                        "/details/languages/0",
                        "/details/zone",
                        "/details/links/website");
        assertProblem(
                phone.door().post("/contacts/manual", "{\"details\": {\"affiliation\": \"x\"}}"), 400, "validation");
        assertThat(congress.count("contact", phone.owner())).isZero();
    }

    @Test
    void anEditOfDetailsKeepsReplacesAndClears() {
        var contact = added("""
                {"details": {"displayName": "Ines", "affiliation": "Nord", "emails": [{"address": "a@clinic.example"},
                 {"address": "b@clinic.example"}], "links": {"website": "https://a.example", "x": "https://x.com/a"}}}""");
        String id = contact.path("id").asText();

        var edited = edit(id, """
                {"details": {"affiliation": null, "emails": [{"address": "b@clinic.example", "label": "new"}],
                 "links": {"x": null}}}""");

        var details = edited.path("details");
        assertThat(details.path("displayName").asText()).isEqualTo("Ines");
        assertThat(details.has("affiliation")).isFalse();
        assertThat(details.path("emails")).hasSize(1);
        assertThat(details.path("emails").path(0).path("label").asText()).isEqualTo("new");
        assertThat(details.path("links").has("x")).isFalse();
        assertThat(details.path("links").path("website").asText()).isEqualTo("https://a.example");
    }

    @Test
    void aScannedContactCanBeWrittenAboutAndItsCardStaysApart() {
        String id = phone.stored(Phone.scan(congress.badge("CARD")));

        var edited = edit(
                id,
                "{\"details\": {\"displayName\": \"the registry lady\", \"emails\": [{\"address\": \"i@clinic.example\"}]}}");

        assertThat(edited.path("name").asText()).isEqualTo("the registry lady");
        assertThat(edited.path("card").path("displayName").asText()).isEqualTo("Ines López");
        assertThat(edited.path("details").path("affiliation").isMissingNode()).isTrue();
    }

    @Test
    void contactsAreFoundWhateverTheSpelling() {
        String lukasz = id(added("{\"details\": {\"displayName\": \"Łukasz Müller\"}}"));
        String giorgos = id(added("{\"details\": {\"displayName\": \"Γιώργος Παπαδόπουλος\"}}"));
        String xiaoming = id(added("{\"details\": {\"displayName\": \"王小明\"}}"));
        String scanned = phone.stored(Phone.scan(congress.badge("CARD")));

        assertThat(found("Lukasz Muller")).containsExactly(lukasz);
        assertThat(found("Lukas Mueller")).containsExactly(lukasz);
        assertThat(found("müller")).containsExactly(lukasz);
        assertThat(found("papadopoulos")).containsExactly(giorgos);
        assertThat(found("小明")).containsExactly(xiaoming);
        assertThat(found("ines lopez")).containsExactly(scanned);
        assertThat(found("100%_")).isEmpty();
    }

    @Test
    void whatAPersonDoesNotShareFindsNobody() {
        var badge = congress.badge("CARD");
        String id = phone.stored(Phone.scan(badge));
        var hidden = Phone.scan(congress.badge("OFF"));
        hidden.put("note", "the bicycle lady");
        String noted = phone.stored(hidden);
        assertThat(found("ines lopez")).containsExactly(id);

        congress.register(badge, 2, "CONFIRMED", "OFF", "ACTIVE");

        assertThat(found("ines lopez")).isEmpty();
        assertThat(found("bicycle")).containsExactly(noted);
        phone = Phone.of(base);
        assertThat(found("bicycle")).isEmpty();
    }

    @Test
    void hitsArePagedBestFirst() {
        var all = new ArrayList<String>();
        for (String name : List.of("Anna Berg", "Anna Bergmann", "Anna Bergman")) {
            all.add(id(added("{\"details\": {\"displayName\": \"" + name + "\"}}")));
        }
        var seen = new ArrayList<String>();
        String cursor = "null";
        do {
            var page = Phone.json(phone.door()
                    .post("/contacts/search", "{\"text\": \"anna berg\", \"limit\": 1, \"cursor\": " + cursor + "}"));
            page.path("items")
                    .forEach(hit -> seen.add(hit.path("contact").path("id").asText()));
            cursor = page.path("next").toString();
        } while (!cursor.equals("null"));

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen.getFirst()).isEqualTo(all.getFirst());
    }

    @Test
    void aListIsFilteredByKindStopAndSilence() {
        String typed = id(added("{\"details\": {\"displayName\": \"A\"}}"));
        String met = id(added("{\"details\": {\"displayName\": \"B\"}, \"encounter\": {\"place\": \"here\"}}"));
        String scanned = phone.stored(Phone.scan(congress.badge("CARD")));
        edit(met, "{\"doNotContact\": true}");

        assertThat(listed("kind=MANUAL")).containsExactly(typed, met);
        assertThat(listed("doNotContact=true")).containsExactly(met);
        assertThat(listed("doNotContact=false")).containsExactly(typed, scanned);
        assertThat(listed("notContactedForDays=30")).doesNotContain(met).contains(typed);
        assertProblem(phone.door().get("/contacts?doNotContact=perhaps"), 400, "validation");
        assertProblem(phone.door().get("/contacts?notContactedForDays=0"), 400, "validation");
    }

    @Test
    void meetingAgainAtTheSameEventCompletesTheEncounter() {
        var badge = congress.badge("CARD");
        String id = phone.stored(Phone.scan(badge));

        phone.door()
                .post(
                        "/contacts/" + id + "/encounters",
                        "{\"eventId\": \"" + badge.event() + "\", \"how\": \"queue\"}");
        phone.door().post("/contacts/" + id + "/encounters", "{\"place\": \"airport\"}");

        var encounters = phone.contact(id).path("encounters");
        assertThat(encounters).hasSize(2);
        assertThat(encounters.path(0).path("how").asText()).isEqualTo("queue");
        assertThat(encounters.path(0).path("metAt").asText()).isEqualTo("2026-01-20T09:30:00Z");
        assertProblem(Phone.of(base).door().post("/contacts/" + id + "/encounters", "{}"), 404, "not-found");
    }

    @Test
    void theSameKeyWritesSomebodyDownOnce() {
        var door = phone.door().with("Idempotency-Key", "k1");
        var first = door.post("/contacts/manual", "{\"details\": {\"displayName\": \"A\"}}");
        var again = door.post("/contacts/manual", "{\"details\": {\"displayName\": \"A\"}}");

        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(id(Phone.json(again))).isEqualTo(id(Phone.json(first)));
        assertThat(congress.count("contact", phone.owner())).isEqualTo(1);
    }

    private JsonNode added(String body) {
        var response = phone.door().post("/contacts/manual", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Phone.json(response);
    }

    private JsonNode edit(String id, String patch) {
        HttpResponse<String> response =
                phone.door().with("If-Match", "*").send("PATCH", "/contacts/" + id, patch, MERGE_PATCH);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Phone.json(response);
    }

    private static String id(JsonNode contact) {
        return contact.path("id").asText();
    }

    private List<String> found(String text) {
        var response = phone.door().post("/contacts/search", "{\"text\": \"" + text + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var ids = new ArrayList<String>();
        Phone.json(response).path("items").forEach(hit -> ids.add(id(hit.path("contact"))));
        return ids;
    }

    private List<String> listed(String query) {
        var response = phone.door().get("/contacts?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var ids = new ArrayList<String>();
        Phone.json(response).path("items").forEach(contact -> ids.add(id(contact)));
        return ids;
    }
}
