package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.system.Gathering.LONG_ENOUGH;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.demo.Api;

/** Somebody takes back what they shared, after it was exported and before it is used for a message. */
@ExtendWith(PlatformOfTheRun.class)
class WithdrawalSystemTest {
    private final Platform platform;
    private final String dana = "dana-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();

    WithdrawalSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void aWithdrawalEmptiesTheNextExportAndStopsTheMessageThatWaits() {
        try (var api = new Api(platform.stack().url(), platform::newcomer)) {
            var gathering = Gathering.at(platform, api, "withdrawal");
            JsonNode registration = gathering.register(dana, "CARD");
            sharesHerAddress(api);
            canBeWrittenToAtAnyTime(api);
            var scan = gathering.scan(gathering.badge(registration));
            scan.put("note", "the one with the bicycle");
            String contact = gathering.met(ben, scan);
            await().atMost(LONG_ENOUGH).until(() -> gathering
                    .contact(ben, contact)
                    .path("card")
                    .path("email")
                    .asText()
                    .equals(address()));
            for (String format : List.of("vcard", "csv")) {
                assertThat(exported(api, format)).contains(address());
            }
            await().atMost(LONG_ENOUGH).until(() -> mayBeWrittenTo(contact));
            String letter = approved(api, contact, Duration.ofSeconds(8));

            String holder = api.all(dana, "/api/contacts/card-holders")
                    .getFirst()
                    .path("id")
                    .asText();
            api.post(dana, "/api/contacts/card-holders/" + holder + "/withdrawal")
                    .expect(204);
            Instant withdrawn = Instant.now();

            JsonNode after = gathering.contact(ben, contact);
            assertThat(after.has("card")).isFalse();
            assertThat(after.path("notes").findValuesAsText("text")).containsExactly("the one with the bicycle");
            for (String format : List.of("vcard", "csv")) {
                assertThat(exported(api, format))
                        .doesNotContain(address(), dana)
                        .contains("the one with the bicycle");
            }
            System.out.printf(
                    "withdrawal: reads and exports of contacts-service after %d ms%n",
                    Duration.between(withdrawn, Instant.now()).toMillis());
            await().atMost(LONG_ENOUGH).until(() -> !mayBeWrittenTo(contact));
            System.out.printf(
                    "withdrawal: followup-service after %d ms%n",
                    Duration.between(withdrawn, Instant.now()).toMillis());
            await().atMost(LONG_ENOUGH).until(() -> state(api, letter).equals("STOPPED"));
            assertThat(why(api, letter)).isEqualTo("consent-withdrawn");
            assertThat(platform.stack().mailbox().messages().toString()).doesNotContain(address());
        }
    }

    private String address() {
        return dana + "@example.org";
    }

    private void sharesHerAddress(Api api) {
        var card = Map.of(
                "kind", "CONFERENCE", "name", "Conference", "fields", List.of("AFFILIATION"), "email", address());
        await().atMost(LONG_ENOUGH).until(() -> {
            // contacts-service hears of her and of her address by message.
            Api.Answer answer = api.post(dana, "/api/contacts/share-cards", card);
            return answer.status() == 201;
        });
    }

    private void canBeWrittenToAtAnyTime(Api api) {
        var boundary = Map.of(
                "mode", "OPEN",
                "weeklyBudget", 5,
                "zone", "UTC",
                "workingDays",
                        Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList(),
                "from", "00:00",
                "to", "24:00");
        await().atMost(LONG_ENOUGH)
                .until(() ->
                        api.put(dana, "/api/followup/me/boundary", boundary).status() == 200);
    }

    private boolean mayBeWrittenTo(String contact) throws Exception {
        return platform.count(
                        "followup",
                        "select count(*) from contact where contact_id::text = ? and email_shared and status = 'ACTIVE'",
                        contact)
                == 1;
    }

    private String approved(Api api, String contact, Duration in) {
        String letter = api.post(
                        ben,
                        "/api/followup/followups",
                        Map.of(
                                "contactId",
                                contact,
                                "purpose",
                                "SHARE",
                                "message",
                                Map.of("subject", "Slides", "body", "Here are the slides."),
                                "schedule",
                                Map.of(
                                        "anchor",
                                        "ABSOLUTE",
                                        "at",
                                        LocalDateTime.now(ZoneOffset.UTC)
                                                .plus(in)
                                                .withNano(0)
                                                .toString())))
                .expect(201)
                .body()
                .path("id")
                .asText();
        api.post(ben, "/api/followup/followups/" + letter + "/approval").expect(200);
        return letter;
    }

    private String state(Api api, String letter) {
        return api.get(ben, "/api/followup/followups/" + letter)
                .expect(200)
                .body()
                .path("state")
                .asText();
    }

    private String why(Api api, String letter) {
        return api.get(ben, "/api/followup/followups/" + letter + "/why")
                .expect(200)
                .body()
                .path("reason")
                .asText();
    }

    private static String unfolded(String file) {
        return file.replaceAll("\r?\n ", "");
    }

    private String exported(Api api, String format) {
        return unfolded(api.get(ben, "/api/contacts/contacts/export/" + format)
                .expect(200)
                .text());
    }
}
