package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.demo.Api;

/** Somebody has everything about them erased, in all three services; whatever was known of them carried a mark. */
@ExtendWith(PlatformOfTheRun.class)
class ErasureSystemTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final List<String> FACTS = List.of("rapport.consent.v1", "rapport.interaction.v1");

    private final Platform platform;
    private final String mark = "canary" + UUID.randomUUID().toString().substring(0, 8);
    private final String sparrow = mark + "-sparrow";
    private final String ben = "ben-" + UUID.randomUUID();

    ErasureSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void afterAnErasureNothingIsLeftAnywhereAndNobodyBringsThePersonBack() throws Exception {
        try (var api = new Api(platform.stack().url(), platform::newcomer)) {
            Crowd crowd = Crowd.gather(platform.api(), "erasure-" + mark.substring(6), 3);
            String event = "/api/events/events/" + crowd.eventId();
            JsonNode registration = api.post(sparrow, event + "/registrations", registration())
                    .expect(201)
                    .body();
            String person = registration.path("personId").asText();
            String badge = badge(event, registration.path("id").asText());
            speaksAt(event);
            awaitKnown(person);
            String contact = benKeepsHer(api, crowd, badge);
            sheKeepsOthers(api, crowd);
            String letter = benWritesTo(api, contact);
            somethingUnreadableIsParked(person);
            var traces = new Traces(platform, mark);
            assertThat(traces.inTables())
                    .contains("events.person", "events.registration", "events.speaker")
                    .contains("contacts.person", "contacts.contact", "contacts.note", "contacts.scan")
                    .contains("contacts.parked_message", "followup.person", "followup.follow_up", "followup.step");
            assertThat(Segments.holding(platform, mark))
                    .anyMatch(segment -> segment.startsWith("rapport.person.v1"))
                    .anyMatch(segment -> segment.startsWith("rapport.registration.v1"));

            Instant asked = Instant.now();
            api.post(sparrow, "/api/contacts/me/erasure").expect(202);
            await().atMost(LONG_ENOUGH).until(() -> api.get(sparrow, "/api/contacts/me/erasure")
                    .expect(200)
                    .body()
                    .path("state")
                    .asText()
                    .equals("COMPLETED"));
            System.out.printf(
                    "erasure over three services: %d ms%n",
                    Duration.between(asked, Instant.now()).toMillis());

            // What waits for a relay, or is on its way from one service to the next, arrives within moments.
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(traces.inTables()).isEmpty());
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(traces.inTopics(FACTS)).isEmpty());
            try (var segments = Segments.compacted(platform)) {
                await().atMost(LONG_ENOUGH)
                        .untilAsserted(() -> assertThat(segments.holding(mark)).isEmpty());
            }
            assertThat(traces.inLogs()).isEmpty();
            for (String export : List.of("vcard", "csv")) {
                assertThat(api.get(ben, "/api/contacts/contacts/export/" + export)
                                .expect(200)
                                .text())
                        .doesNotContain(mark);
            }
            assertThat(platform.api()
                            .get("olga", event + "/attendee-list?format=csv&purpose=CHECK")
                            .text())
                    .doesNotContain(mark);
            JsonNode stopped = api.get(ben, "/api/followup/followups/" + letter)
                    .expect(200)
                    .body();
            assertThat(stopped.path("state").asText()).isEqualTo("STOPPED");
            assertThat(stopped.path("reason").asText()).isEqualTo("erased");
            assertThat(platform.stack().mailbox().messages().toString()).doesNotContain(sparrow + "@example.org");

            nobodyBringsHerBack(api, crowd, event, badge);
        }
    }

    private Map<String, Object> registration() {
        return Map.of(
                "displayName",
                mark + " Sparrow",
                "affiliation",
                mark + " Clinic",
                "goals",
                List.of(mark + " goal"),
                "interests",
                List.of(mark),
                "sharing",
                "CARD");
    }

    private String badge(String event, String registration) {
        platform.api().post("olga", event + "/badges").expect(200, 201);
        return platform.api().all("olga", event + "/badges?tokens=true").stream()
                .filter(badge -> badge.path("registrationId").asText().equals(registration))
                .findFirst()
                .orElseThrow()
                .path("token")
                .asText();
    }

    private void speaksAt(String event) {
        platform.api()
                .post(
                        "olga",
                        event + "/speakers",
                        Map.of(
                                "displayName", mark + " Sparrow",
                                "email", sparrow + "@example.org",
                                "bio", mark + " sings"))
                .expect(201);
    }

    private void awaitKnown(String person) {
        for (String service : List.of("contacts", "followup")) {
            String id = service.equals("contacts") ? "id" : "person_id";
            await().atMost(LONG_ENOUGH)
                    .until(() -> platform.count(
                                    service,
                                    "select count(*) from person where " + id + "::text = ? and subject is not null",
                                    person)
                            == 1);
        }
    }

    private String benKeepsHer(Api api, Crowd crowd, String badge) {
        var scan = Map.<String, Object>of(
                "scanId", UUID.randomUUID(),
                "eventId", crowd.eventId(),
                "badgeToken", badge,
                "scannedAt", Instant.now().minusSeconds(60).toString(),
                "deviceId", "phone",
                "note", mark + " with the bicycle",
                "tags", List.of(mark),
                "context", Map.of("place", mark + " bar"),
                "commitments", List.of(mark + " recipe"));
        String[] contact = {""};
        await().atMost(LONG_ENOUGH).until(() -> {
            JsonNode answer = api.post(ben, "/api/contacts/scans", scan)
                    .expect(200, 201, 202)
                    .body();
            contact[0] = answer.path("contactId").asText();
            return api.get(ben, "/api/contacts/contacts/" + contact[0])
                    .body()
                    .path("status")
                    .asText()
                    .equals("ACTIVE");
        });
        api.post(
                        ben,
                        "/api/contacts/contacts/" + contact[0] + "/interactions",
                        Map.of("kind", "CALL", "occurredAt", "2026-01-01T00:00:00Z", "note", mark + " called"))
                .expect(201);
        api.post(
                        ben,
                        "/api/contacts/contacts/" + contact[0] + "/ledger",
                        Map.of("kind", "PROMISE", "what", mark + " paper"))
                .expect(201);
        imports(api).expect(200);
        return contact[0];
    }

    private Api.Answer imports(Api api) {
        String card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:%s Sparrow\r\nEMAIL:%s@example.org\r\nEND:VCARD\r\n"
                .formatted(mark, sparrow);
        return api.upload(
                ben, "/api/contacts/contacts/imports/vcard", "text/vcard", card.getBytes(StandardCharsets.UTF_8));
    }

    private void sheKeepsOthers(Api api, Crowd crowd) {
        Phones.scans(new Crowd(crowd.eventId(), crowd.badgeTokens().subList(0, 2)), 1, mark.hashCode())
                .forEach(scan -> {
                    scan.put("note", mark + " note");
                    api.post(sparrow, "/api/contacts/scans", scan).expect(200, 201, 202);
                });
        api.post(
                        sparrow,
                        "/api/contacts/goals",
                        Map.of(
                                "statement",
                                mark + " thesis",
                                "wish",
                                "MENTOR",
                                "topics",
                                List.of("sepsis"),
                                "careerStage",
                                "STUDENT"))
                .expect(201);
        api.put(
                        sparrow,
                        "/api/followup/me/boundary",
                        Map.of(
                                "mode",
                                "OPEN",
                                "weeklyBudget",
                                3,
                                "workingDays",
                                List.of("MONDAY"),
                                "from",
                                "08:00",
                                "to",
                                "18:00"))
                .expect(200);
    }

    private String benWritesTo(Api api, String contact) {
        var letter = Map.of(
                "contactId",
                contact,
                "purpose",
                "SHARE",
                "preparation",
                Map.of("goal", mark + " goal"),
                "message",
                Map.of("subject", mark + " subject", "body", "Dear " + mark + ", here they are."));
        String[] id = {""};
        await().atMost(LONG_ENOUGH).until(() -> {
            Api.Answer answer = api.post(ben, "/api/followup/followups", letter);
            id[0] = answer.body().path("id").asText();
            return answer.status() == 201;
        });
        return id[0];
    }

    /** Messages that contacts-service and followup-service set aside, about her. */
    private void somethingUnreadableIsParked(String person) throws Exception {
        Map<String, Object> producer = Map.of(
                "bootstrap.servers",
                        "127.0.0.1:" + platform.stack().config().ports().kafka(),
                "key.serializer", ByteArraySerializer.class,
                "value.serializer", ByteArraySerializer.class);
        try (var kafka = new KafkaProducer<byte[], byte[]>(producer)) {
            var poison = new ProducerRecord<>(
                    "rapport.person.v1",
                    bytes(UUID.randomUUID().toString()),
                    bytes("{\"personId\":\"%s\",\"displayName\":\"%s\"".formatted(person, mark)));
            poison.headers()
                    .add("ce_id", bytes(UUID.randomUUID().toString()))
                    .add("ce_type", bytes("person.changed.v1"))
                    .add("ce_source", bytes("/nobody"))
                    .add("ce_time", bytes("2026-11-22T10:00:00Z"))
                    .add("ce_specversion", bytes("1.0"))
                    .add("aggregateversion", bytes("1"));
            kafka.send(poison).get();
            var marker = new ProducerRecord<byte[], byte[]>("rapport.person.v1", poison.key(), null);
            await().atMost(LONG_ENOUGH)
                    .until(() -> platform.count(
                                            "contacts",
                                            "select count(*) from parked_message where position(?::bytea in body) > 0",
                                            mark)
                                    + platform.count(
                                            "followup",
                                            "select count(*) from parked_message where position(?::bytea in body) > 0",
                                            mark)
                            == 2);
            // What nobody could read is removed from the topic by whoever sent it: by a record without a body.
            kafka.send(marker).get();
        }
    }

    private void nobodyBringsHerBack(Api api, Crowd crowd, String event, String badge) {
        assertThat(api.post(
                                ben,
                                "/api/contacts/scans/batch",
                                Map.of(
                                        "items",
                                        List.of(Map.of(
                                                "scanId", UUID.randomUUID(),
                                                "eventId", crowd.eventId(),
                                                "badgeToken", badge,
                                                "scannedAt", Instant.now().toString(),
                                                "deviceId", "phone"))))
                        .expect(200)
                        .body()
                        .path("items")
                        .path(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("REJECTED");
        assertThat(imports(api)
                        .expect(200)
                        .body()
                        .path("rows")
                        .path(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("CONFLICT");
        String csv = "external_id,display_name,email\r\nback,%s Sparrow,%s@example.org\r\n".formatted(mark, sparrow);
        JsonNode imported = platform.api()
                .upload("olga", event + "/registration-imports", "text/csv", csv.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .body();
        assertThat(imported.path("registrations").path("conflict").asInt()).isEqualTo(1);
        assertThat(imported.path("registrations").path("create").asInt()).isZero();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
