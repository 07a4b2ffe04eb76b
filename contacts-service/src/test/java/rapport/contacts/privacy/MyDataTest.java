package rapport.contacts.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.testing.RealParts;

/** Everybody gets what is held about them, and nothing of what others keep for themselves. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MyDataTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Test
    void whatSomebodyWroteAndWhatIsKnownOfThemIsThere() {
        var sparrow = Sparrow.at(congress, base);
        sparrow.uses(congress, base);

        var answer = sparrow.phone().door().get("/me/data");
        var data = Sparrow.answer(200, answer);

        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        for (String kind : new String[] {
            "contacts",
            "notes",
            "scans",
            "interactions",
            "ledgerEntries",
            "merges",
            "cadences",
            "tagCadences",
            "reminderSettings",
            "goals",
            "mentoringRequests",
            "introductions"
        }) {
            assertThat(data.path("owned").path(kind)).as(kind).isNotEmpty();
        }
        for (String kind : new String[] {"person", "addresses", "registrations", "shareCards"}) {
            assertThat(data.path("about").path(kind)).as(kind).isNotEmpty();
        }
        assertThat(answer.body()).doesNotContain("change_xid", "changeXid", "fingerprint");
    }

    @Test
    void whoKeepsThemIsToldWithoutWhatTheyWroteForThemselves() {
        var sparrow = Sparrow.at(congress, base);
        Phone ben = Phone.of(base);
        congress.personAs(UUID.randomUUID(), 1, "Ben Weiß", ben.owner());
        var scan = Phone.scan(sparrow.badge());
        scan.put("note", "the one with the bicycle");
        ben.stored(scan);
        Phone asking = Phone.of(base);
        asking.door()
                .post(
                        "/contacts/manual",
                        "{\"details\":{\"displayName\":\"typed\",\"emails\":[{\"address\":\"%s\"}]}}"
                                .formatted(sparrow.address()));

        var answer = sparrow.phone().door().get("/me/data");
        var kept = Sparrow.answer(200, answer).path("about").path("keptByOthers");

        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).path("holder").asText()).isEqualTo("Ben Weiß");
        assertThat(kept.get(0).path("sharedFields")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("bicycle", ben.owner(), asking.owner());
    }
}
