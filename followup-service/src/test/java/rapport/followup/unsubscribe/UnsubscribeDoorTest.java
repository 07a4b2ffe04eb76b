package rapport.followup.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class UnsubscribeDoorTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";
    private static final List<String> TABLES =
            List.of("suppression", "stop_signal", "progress", "delivery", "recipient", "outbox");

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    Links links;

    private Door anybody;
    private UUID event;
    private UUID lopez;
    private String address;
    private UUID ofMaya;
    private String path;

    @BeforeEach
    void mayaWroteToASpeaker() {
        letters.clear();
        anybody = new Door(base, (String) null);
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        address = UUID.randomUUID() + "@clinic.example";
        lopez = world.person("Dr. Lucía López", null, address, "Europe/Madrid");
        ofMaya = world.contact("maya", lopez, event, "SPEAKER", false);
        path = "/stop/" + links.token(LinkPurpose.STOP, letters.sent("maya", ofMaya, event, lopez));
    }

    @Test
    void whatOpensLinksChangesNothing() {
        UUID waiting = letters.due("maya", ofMaya, event);
        List<String> before = everything();

        var page = anybody.get(path);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("Maya Haddad")
                .contains("<form method=\"post\">")
                .doesNotContain("http");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(everything()).isEqualTo(before);
        assertThat(letters.state(waiting)).isEqualTo("SCHEDULED");
    }

    @Test
    void aMailProgramsButtonStopsTheSenderAndTwiceGivesTheSameAnswer() {
        var first = anybody.send("POST", path, ONE_CLICK, FORM);
        List<String> after = everything();
        var second = anybody.send("POST", path, ONE_CLICK, FORM);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).contains("You will get no more messages from Maya Haddad.");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(everything()).isEqualTo(after);
        assertThat(letters.one("select kind from stop_signal where owner = 'maya'"))
                .isEqualTo("SENDER_STOPPED");
        assertThat(letters.one("select count(*) from suppression where length(sender_hash) = 32"))
                .isEqualTo("1");
    }

    @Test
    void aMultipartBodyIsUnderstoodAsWell() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";

        var answer = anybody.send("POST", path, body, "multipart/form-data; boundary=b");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("no more messages from Maya Haddad");
    }

    @Test
    void whatWaitsIsAskedAboutAtOnceAndOthersMessagesAreNot() {
        UUID mayas = later("maya", ofMaya);
        UUID bens = later("ben", world.contact("ben", lopez, event, "SPEAKER", false));

        anybody.send("POST", path, ONE_CLICK, FORM);

        assertThat(sendsSoon(mayas)).isTrue();
        assertThat(sendsSoon(bens)).isFalse();

        anybody.send("POST", path, "choice=ALL", FORM);

        assertThat(sendsSoon(bens)).isTrue();
    }

    @Test
    void everythingIsStoppedForAllAddressesThatArePersonsAndOutlivesThePerson() {
        anybody.send("POST", path, "choice=ALL", FORM);

        assertThat(letters.one("select count(*) from suppression where until is null and sender_hash = '\\x'"))
                .isEqualTo(
                        letters.one("select cardinality(email_hashes) from person where person_id = '" + lopez + "'"));
        UUID again = world.person("Somebody", null, address.toUpperCase(), "Europe/Madrid");
        assertThat(letters.one("""
                select count(*) from suppression s join person p on p.email_hash = s.address_hash
                where p.person_id = '%s'""".formatted(again))).isEqualTo("1");
        assertThat(letters.all("select encode(address_hash, 'escape') from suppression"))
                .noneMatch(hash -> hash.contains("clinic"));
    }

    @Test
    void aPauseEndsOnTheMorningOfTheChosenDayWhereTheRecipientIs() {
        LocalDate until = LocalDate.now(ZoneId.of("Europe/Madrid")).plusDays(30);

        var answer = anybody.with("Accept-Language", "de-AT,de;q=0.8")
                .send("POST", path, "choice=PAUSE&until=" + until, FORM);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Language")).contains("de");
        assertThat(answer.body()).contains("Sie bekommen vor dem");
        assertThat(letters.one("select until at time zone 'Europe/Madrid' from suppression"))
                .isEqualTo(until + " 00:00:00");
    }

    @Test
    void aPauseDoesNotWeakenAStop() {
        anybody.send("POST", path, "choice=ALL", FORM);
        anybody.send(
                "POST",
                path,
                "choice=PAUSE&until=" + LocalDate.now(ZoneId.of("UTC")).plusDays(9),
                FORM);

        assertThat(letters.one("select count(*) from suppression where until is null"))
                .isEqualTo("1");
    }

    @Test
    void aDateThatMakesNoSenseIsAskedForAgainAndChangesNothing() {
        List<String> before = everything();

        for (String form :
                List.of("choice=PAUSE", "choice=PAUSE&until=1999-01-01", "choice=MAYBE", "choice=PAUSE&until=x")) {
            var answer = anybody.send("POST", path, form, FORM);
            assertThat(answer.statusCode()).as(form).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"");
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aLinkThatWasNotMadeHereLooksLikeOneThatIsGone() {
        String gone = "/stop/" + links.token(LinkPurpose.STOP, UUID.randomUUID());
        String ofAnotherPurpose = "/stop/" + path.substring(6, path.length() - 1) + (path.endsWith("1") ? "2" : "1");
        List<String> before = everything();

        HttpResponse<String> expected = anybody.get(gone);
        assertThat(expected.statusCode()).isEqualTo(404);
        for (String dead : List.of(ofAnotherPurpose, "/stop/x", "/stop/0")) {
            assertThat(anybody.get(dead).body()).isEqualTo(expected.body());
            assertThat(anybody.send("POST", dead, ONE_CLICK, FORM).statusCode()).isEqualTo(404);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aSendersNameIsTextAndNeverMarkup() {
        letters.update("update follow_up set owner_name = '<script>alert(1)</script> {words}'");

        assertThat(anybody.get(path).body()).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(anybody.send("POST", path, ONE_CLICK, FORM).body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    private UUID later(String owner, UUID contact) {
        UUID id = letters.due(owner, contact, event);
        letters.update(
                "update progress set send_at = now() + interval '1 day', recipient = '%s' where follow_up_id = '%s'"
                        .formatted(lopez, id));
        return id;
    }

    private boolean sendsSoon(UUID followUp) {
        return "t".equals(letters.one("select send_at <= now() from progress where follow_up_id = '" + followUp + "'"));
    }

    private List<String> everything() {
        return TABLES.stream()
                .flatMap(table -> letters.all("select t::text from " + table + " t order by 1").stream())
                .toList();
    }
}
