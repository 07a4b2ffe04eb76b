package rapport.followup.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class CalendarTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters rows;

    private Door owner;
    private Door somebody;
    private Door nobody;
    private String followUp;

    @BeforeEach
    void aFollowUpThatIsDue() throws Exception {
        String subject = UUID.randomUUID().toString();
        owner = new Door(base, Tokens.ofSubject(subject, "attendee"));
        somebody = new Door(base, Tokens.of("ben"));
        nobody = new Door(base, (String) null);
        UUID event = world.event(Instant.parse("2030-05-03T15:00:00Z"));
        UUID noor = world.person("Noor", null, "noor@people.example", "Europe/Vienna");
        UUID contact = world.contact(subject, noor, event, "SCANNED", true);
        followUp = JSON.readTree(
                        owner.post("/followups", """
                        {"contactId":"%s","purpose":"THANK","message":{"subject":"Hi Noor","body":"noor@people.example"}}
                        """.formatted(contact)).body())
                .path("id")
                .asText();
    }

    @Test
    void aFollowUpIsAnEntryWithoutAnybodysNameOrAddress() {
        var calendar = calendar(owner).get("/followups/" + followUp + "/calendar.ics");

        assertThat(calendar.statusCode()).as(calendar.body()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(unfolded(calendar.body()))
                .contains(
                        "BEGIN:VEVENT",
                        "UID:" + followUp + "@followup.rapport",
                        "SEQUENCE:0",
                        "DTSTART:20300506T060000Z",
                        "SUMMARY:Say thank you (Young Cardiology Days)",
                        "STATUS:CONFIRMED")
                .doesNotContain("Noor", "noor");
        assertProblem(calendar(somebody).get("/followups/" + followUp + "/calendar.ics"), 404, "not-found");
    }

    @Test
    void aFeedIsReadByWhoKnowsItsAddressUntilItIsRevoked() throws Exception {
        assertProblem(owner.get("/me/calendar-feed"), 404, "not-found");
        String path = open();

        var read = calendar(nobody).get(path);
        assertThat(unfolded(read.body())).contains(followUp).doesNotContain("noor");
        String etag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(calendar(nobody).with("If-None-Match", etag).get(path).statusCode())
                .isEqualTo(304);
        owner.post("/followups/" + followUp + "/cancellation", "");
        var changed = calendar(nobody).with("If-None-Match", etag).get(path);
        assertThat(unfolded(changed.body())).contains("STATUS:CANCELLED");
        assertThat(JSON.readTree(owner.get("/me/calendar-feed").body()).has("url"))
                .isFalse();

        String second = open();
        assertProblem(calendar(nobody).get(path), 404, "not-found");
        assertThat(calendar(nobody).get(second).statusCode()).isEqualTo(200);
        assertThat(owner.send("DELETE", "/me/calendar-feed", "", null).statusCode())
                .isEqualTo(204);
        assertProblem(calendar(nobody).get(second), 404, "not-found");
        assertProblem(calendar(nobody).get("/calendars/" + "A".repeat(22)), 404, "not-found");
    }

    @Test
    void theTokenItselfIsKeptNowhere() throws Exception {
        String token = open().substring("/calendars/".length());

        assertThat(rows.one(
                        "select count(*) from calendar_feed where encode(token_hash, 'escape') like '%" + token + "%'"))
                .isEqualTo("0");
    }

    private String open() throws Exception {
        var opened = owner.post("/me/calendar-feed", "");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String url = JSON.readTree(opened.body()).path("url").asText();
        return url.substring(url.indexOf("/calendars/"));
    }

    private static Door calendar(Door door) {
        return door.with("Accept", "text/calendar");
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }
}
