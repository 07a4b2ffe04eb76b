package rapport.followup.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.Sending;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.stack.parts.Parts;

/** From plan to mailbox with the service's own loop. */
@QuarkusTest
@TestProfile(Sending.class)
@WithTestResource(RealParts.class)
class JourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters rows;

    @Test
    void aPreparedMessageIsApprovedDeliveredOnceAndExplained() throws Exception {
        var maya = new Door(base, Tokens.of("maya"));
        String subject = UUID.randomUUID().toString();
        var lopez = new Door(base, Tokens.ofSubject(subject, "attendee"));
        String address = UUID.randomUUID() + "@clinic.example";
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID person = world.person("Dr. Lucía López", subject, address, "Europe/Madrid");
        world.speaker(person, event, "RELAY");
        UUID contact = world.contact(Tokens.subject("maya"), person, event, "SPEAKER", false);

        assertThat(read(maya.get("/boundaries/" + person)).path("mode").asText())
                .isEqualTo("RELAY");
        String id =
                read(maya.post("/followups", """
                        {"contactId":"%s","purpose":"THANK",
                         "preparation":{"goal":"Learn","context":"Your talk","question":"Which registry?"},
                         "message":{"subject":"Danke für Ihren Vortrag","body":"Dear Dr. López,\\n.\\nthank you."},
                         "schedule":{"anchor":"ABSOLUTE","at":"2026-01-05T09:00:00"}}
                        """.formatted(contact))).path("id").asText();
        String path = "/followups/" + id;
        assertThat(maya.post(path + "/approval", "").statusCode()).isEqualTo(200);

        assertThat(rows.one("select reply_to from follow_up where id = '" + id + "'"))
                .isEqualTo("maya@example.org");

        // Her part in the event says RELAY, so it is held; she says OPEN, and it goes.
        await().atMost(SOON).until(() -> stateOf(maya, path).equals("HELD"));
        assertThat(read(maya.get(path + "/why")).path("reason").asText()).isIn("relay-only");
        lopez.send("PUT", "/me/boundary", """
                {"mode":"OPEN","weeklyBudget":5,"workingDays":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY",
                 "SATURDAY","SUNDAY"],"from":"00:00","to":"24:00"}""", "application/json");
        await().atMost(SOON).until(() -> stateOf(maya, path).equals("SENT"));

        var mails = Parts.shared().mailbox().stream()
                .filter(mail -> mail.recipient().equals(address))
                .toList();
        assertThat(mails).hasSize(1);
        assertThat(withoutDateAndTo(mails.getFirst().raw()))
                .as(mails.getFirst().raw())
                .isEqualTo(withoutDateAndTo(maya.with("Accept", "message/rfc822")
                        .get(path + "/preview")
                        .body()));
        assertThat(mails.getFirst().headers("Reply-To").getFirst()).contains("maya@example.org");
        JsonNode delivery = read(maya.get(path + "/deliveries")).path("items").get(0);
        assertThat(delivery.path("state").asText()).isEqualTo("SENT");
        assertThat(delivery.path("messageId").asText())
                .isEqualTo(mails.getFirst().messageId());
        JsonNode why = read(maya.get(path + "/why"));
        assertThat(why.path("decisions").get(0).path("verdict").asText()).isEqualTo("PASS");
        assertThat(why.path("decisions").get(0).path("gates")).hasSize(11);
        assertThat(read(maya.get("/boundaries/" + person)).path("remaining").asInt())
                .isEqualTo(4);
        for (String what : new String[] {"", "/why", "/deliveries", "/preview"}) {
            assertThat(maya.get(path + what).body()).doesNotContain(address);
        }
    }

    private static String withoutDateAndTo(String raw) {
        return raw.replace("\r\n", "\n")
                .replace("=\n", "")
                // The recipient's links: the owner sees as many letters that open nothing.
                .replaceAll("(/stop/|/rules/|reply\\+)[0-9a-x]+", "$1token")
                .replaceAll("(?m)^(Date|To|Received|Return-Path|Delivered-To):.*\n([ \t].*\n)*", "")
                .strip();
    }

    private static String stateOf(Door door, String path) throws Exception {
        return read(door.get(path)).path("state").asText();
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
