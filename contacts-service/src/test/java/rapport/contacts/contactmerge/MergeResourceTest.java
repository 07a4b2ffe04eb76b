package rapport.contacts.contactmerge;

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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.testing.RealParts;

/** Merging and taking apart through the front door. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergeResourceTest {
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
    void twoContactsBecomeOneAndTheOldIdLeadsThere() {
        String scanned = phone.stored(Phone.scan(congress.badge("CARD")));
        String typed = typed("the registry lady");

        var merge = merged(scanned, typed);

        assertThat(merge.path("contactId").asText()).isEqualTo(scanned);
        assertThat(merge.path("moved").path("note").asInt()).isEqualTo(1);
        var both = phone.contact(scanned);
        assertThat(both.path("name").asText()).isEqualTo("the registry lady");
        assertThat(both.path("card").path("displayName").asText()).isEqualTo("Ines López");
        assertThat(both.path("kind").asText()).isEqualTo("SCANNED");
        assertThat(both.path("notes")).hasSize(1);
        var old = phone.door().get("/contacts/" + typed);
        assertThat(old.statusCode()).isEqualTo(308);
        assertThat(old.headers().firstValue("Location")).hasValue(scanned);
        assertThat(listed()).containsExactly(scanned);
    }

    @Test
    void aPreviewTellsWhatWouldHappenAndChangesNothing() {
        String one = typed("Ines");
        String other = typed("Inés");
        long versions = congress.versions(phone.owner());

        var preview = Phone.json(post("/contacts/" + one + "/merge-preview", other));

        assertThat(preview.path("contact").path("notes")).hasSize(2);
        assertThat(preview.path("moved").path("note").asInt()).isEqualTo(1);
        assertThat(congress.versions(phone.owner())).isEqualTo(versions);
        assertThat(congress.count("contact_merge", phone.owner())).isZero();
        assertThat(phone.contact(other).path("notes")).hasSize(1);
    }

    @Test
    void undoGivesBackBothAlsoAfterLaterEdits() {
        String one = typed("Ines");
        String other = typed("Inés");
        JsonNode before = phone.contact(one);
        JsonNode otherBefore = phone.contact(other);
        var merge = merged(one, other);
        edit(one, "{\"addTags\": [\"later\"], \"addNote\": \"after the merge\"}");

        var undone = phone.door().post("/contact-merges/" + merge.path("id").asText() + "/undo", "");
        var again = phone.door().post("/contact-merges/" + merge.path("id").asText() + "/undo", "");

        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(phone.contact(one).path("details")).isEqualTo(before.path("details"));
        assertThat(phone.contact(one).path("tags")).extracting(JsonNode::asText).containsExactly("later");
        assertThat(phone.contact(one).path("notes")).hasSize(2);
        assertThat(phone.contact(other).path("details")).isEqualTo(otherBefore.path("details"));
        assertThat(phone.contact(other).path("notes")).isEqualTo(otherBefore.path("notes"));
        assertThat(phone.contact(other).path("kind")).isEqualTo(otherBefore.path("kind"));
    }

    @Test
    void aScanOfTheOtherOnesBadgeArrivesAtTheContactAndGoesBackWithUndo() {
        var badge = congress.badge("CARD");
        var otherBadge = congress.badge("CARD");
        String one = phone.stored(Phone.scan(badge));
        String other = phone.stored(Phone.scan(otherBadge));
        var merge = merged(one, other);
        var late = Phone.scan(otherBadge);
        late.put("note", "met again");
        late.put("tags", List.of("again"));

        phone.stored(late);

        assertThat(phone.contact(one).path("notes").path(0).path("text").asText())
                .isEqualTo("met again");
        assertThat(phone.contact(one).path("tags").path(0).asText()).isEqualTo("again");
        phone.door().post("/contact-merges/" + merge.path("id").asText() + "/undo", "");
        assertThat(phone.contact(one).path("notes")).isEmpty();
        assertThat(phone.contact(one).path("tags")).isEmpty();
        assertThat(phone.contact(other).path("notes").path(0).path("text").asText())
                .isEqualTo("met again");
    }

    @Test
    void theStrictestOfBothHolds() {
        String shares = phone.stored(Phone.scan(congress.badge("CARD")));
        String hides = phone.stored(Phone.scan(congress.badge("OFF")));
        edit(hides, "{\"doNotContact\": true, \"doNotContactReason\": \"asked me\"}");
        edit(shares, "{\"doNotContact\": false}");

        merged(shares, hides);

        var contact = phone.contact(shares);
        assertThat(contact.path("doNotContact").asBoolean()).isTrue();
        assertThat(contact.path("doNotContactReason").asText()).isEqualTo("asked me");
        assertThat(contact.path("status").asText()).isEqualTo("NEEDS_CONSENT");
        assertThat(contact.has("card")).isFalse();
    }

    @Test
    void aPendingScanThatResolvesMakesTheTypedContactThatPerson() {
        var badge = congress.unknownBadge();
        String pending = phone.stored(Phone.scan(badge));
        String typed = typed("Ines");
        var merge = merged(typed, pending);
        assertThat(phone.contact(typed).path("status").asText()).isEqualTo("PENDING");

        congress.person(badge.person(), null);
        congress.register(badge, 1, "CONFIRMED", "CARD", "ACTIVE");

        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(
                        phone.contact(typed).path("card").path("displayName").asText())
                .isEqualTo("Ines López"));
        phone.door().post("/contact-merges/" + merge.path("id").asText() + "/undo", "");
        assertThat(phone.contact(typed).path("kind").asText()).isEqualTo("MANUAL");
        assertThat(phone.contact(typed).has("card")).isFalse();
        assertThat(phone.contact(pending).path("card").path("displayName").asText())
                .isEqualTo("Ines López");
    }

    @Test
    void oppositeMergesAtOnceLeaveExactlyOne() throws Exception {
        String one = typed("Ines");
        String other = typed("Inés");
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> merges = List.of(
                    () -> post("/contacts/" + one + "/merges", other).statusCode(),
                    () -> post("/contacts/" + other + "/merges", one).statusCode());
            var statuses = new ArrayList<Integer>();
            for (var done : both.invokeAll(merges)) {
                statuses.add(done.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(listed()).hasSize(1);
    }

    @Test
    void mergesInAChainLeadToTheLastOneAndComeApartInAnyOrder() {
        String a = typed("A");
        String b = typed("B");
        String c = typed("C");
        var inner = merged(b, a);
        var outer = merged(c, a);
        assertThat(outer.path("mergedContactId").asText()).isEqualTo(b);
        assertThat(phone.door().get("/contacts/" + a).headers().firstValue("Location"))
                .hasValue(c);

        phone.door().post("/contact-merges/" + inner.path("id").asText() + "/undo", "");

        assertThat(phone.contact(a).path("name").asText()).isEqualTo("A");
        assertThat(phone.contact(c).path("notes")).hasSize(2);
        assertThat(listed()).containsExactlyInAnyOrder(a, c);
        var page = Phone.json(phone.door().get("/contact-merges?limit=1"));
        assertThat(page.path("items").path(0).path("id")).isEqualTo(outer.path("id"));
        assertThat(page.path("next").isTextual()).isTrue();
    }

    @Test
    void whatIsNoPairOfOnesOwnIsRefused() {
        String one = typed("Ines");
        String foreign = one;
        phone = Phone.of(base);
        String mine = typed("Inés");

        assertProblem(post("/contacts/" + mine + "/merges", mine), 422, "same-contact");
        assertProblem(post("/contacts/" + mine + "/merges", foreign), 404, "not-found");
        assertProblem(post("/contacts/" + foreign + "/merges", mine), 404, "not-found");
        assertProblem(post("/contacts/" + mine + "/merge-preview", foreign), 404, "not-found");
        assertProblem(phone.door().post("/contacts/" + mine + "/merges", "{}"), 400, "validation");
        assertProblem(phone.door().post("/contact-merges/" + UUID.randomUUID() + "/undo", ""), 404, "not-found");
        assertThat(congress.count("contact_merge", phone.owner())).isZero();
    }

    private String typed(String name) {
        var response = phone.door()
                .post(
                        "/contacts/manual",
                        "{\"details\": {\"displayName\": \"" + name + "\"}, \"note\": \"about " + name + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Phone.json(response).path("id").asText();
    }

    private JsonNode merged(String into, String other) {
        var response = post("/contacts/" + into + "/merges", other);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Phone.json(response);
    }

    private HttpResponse<String> post(String path, String other) {
        return phone.door().post(path, "{\"contactId\": \"" + other + "\"}");
    }

    private void edit(String id, String patch) {
        var response = phone.door()
                .with("If-Match", "*")
                .send("PATCH", "/contacts/" + id, patch, "application/merge-patch+json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private List<String> listed() {
        var ids = new ArrayList<String>();
        Phone.json(phone.door().get("/contacts"))
                .path("items")
                .forEach(contact -> ids.add(contact.path("id").asText()));
        return ids;
    }
}
