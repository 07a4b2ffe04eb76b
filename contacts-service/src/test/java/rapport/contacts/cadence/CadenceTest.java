package rapport.contacts.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class CadenceTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    Clock clock;

    private Phone phone;

    @BeforeEach
    void aNewOwner() {
        phone = Phone.of(base);
    }

    private String met(Duration ago, String... tags) {
        var scan = Phone.scan(congress.badge("CARD"));
        scan.put("scannedAt", clock.instant().minus(ago).toString());
        scan.put("tags", List.of(tags));
        return phone.stored(scan);
    }

    private JsonNode get(String path) {
        return ok(200, phone.door().get(path));
    }

    private static JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Phone.json(answer);
    }

    private HttpResponse<String> put(String path, String body) {
        return phone.door().send("PUT", path, body, "application/json");
    }

    private JsonNode everyMonth(String contact) {
        return ok(200, put("/contacts/" + contact + "/cadence", "{\"idealDays\":30,\"maximumDays\":60}"));
    }

    private Map<String, String> plannedDays() {
        var days = new HashMap<String, String>();
        get("/reminders")
                .path("items")
                .forEach(r -> days.put(
                        r.path("contactId").asText(), r.path("plannedOn").asText()));
        return days;
    }

    @Test
    void twentyContactsOfOneEveningAreSpreadAndALoggedCallMovesOne() {
        var contacts = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            contacts.add(met(Duration.ofMinutes(i), "evening"));
        }
        ok(201, phone.door().post("/tag-cadences", "{\"tag\":\"evening\",\"idealDays\":30,\"maximumDays\":60}"));

        Map<String, String> before = plannedDays();

        assertThat(before).containsOnlyKeys(contacts);
        for (String day : before.values()) {
            assertThat(Collections.frequency(before.values(), day)).isLessThanOrEqualTo(3);
        }
        assertThat(before.values().stream().distinct().count()).isEqualTo(7);

        String called = met(Duration.ofDays(40), "evening");
        assertThat(plannedDays().get(called)).isEqualTo(today().toString());
        ok(
                201,
                phone.door()
                        .post(
                                "/contacts/" + called + "/interactions",
                                Json.canonical(Map.of("kind", "CALL", "occurredAt", clock.instant()))));

        Map<String, String> after = plannedDays();
        assertThat(LocalDate.parse(after.get(called))).isAfterOrEqualTo(today().plusDays(30));
        after.remove(called);
        assertThat(after).containsOnlyKeys(contacts);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    void theContactsOwnCadenceBeatsItsTagsAndTheTightestTagWins() {
        String contact = met(Duration.ofDays(1), "peer", "mentor");
        ok(201, phone.door().post("/tag-cadences", "{\"tag\":\"peer\",\"idealDays\":90,\"maximumDays\":120}"));
        ok(201, phone.door().post("/tag-cadences", "{\"tag\":\"mentor\",\"idealDays\":20,\"maximumDays\":40}"));
        String path = "/contacts/" + contact + "/cadence";

        assertThat(get(path).path("tag").asText()).isEqualTo("mentor");
        everyMonth(contact);
        assertThat(get(path).path("origin").asText()).isEqualTo("CONTACT");
        assertThat(get(path).path("idealDays").asInt()).isEqualTo(30);
        assertThat(phone.door().send("DELETE", path, "", null).statusCode()).isEqualTo(204);
        assertThat(get(path).path("idealDays").asInt()).isEqualTo(20);
        assertThat(get(path).path("next").path("dueOn").asText())
                .isEqualTo(today().plusDays(19).toString());
    }

    @Test
    void aBackDatedInteractionDoesNotUndoALaterEncounter() {
        String contact = met(Duration.ofDays(2));
        everyMonth(contact);

        ok(
                201,
                phone.door()
                        .post(
                                "/contacts/" + contact + "/interactions",
                                "{\"kind\":\"CALL\",\"occurredAt\":\"2020-01-01T00:00:00Z\"}"));

        assertThat(plannedDays().get(contact)).isEqualTo(today().plusDays(28).toString());
    }

    @Test
    void aSnoozePutsOffUntilItIsEnded() {
        String contact = met(Duration.ofDays(45));
        everyMonth(contact);
        assertThat(plannedDays().get(contact)).isEqualTo(today().toString());

        String later = today().plusDays(7).toString();
        ok(200, put("/contacts/" + contact + "/snooze", "{\"until\":\"" + later + "\"}"));
        assertThat(plannedDays().get(contact)).isEqualTo(later);
        assertProblem(put("/contacts/" + contact + "/snooze", "{\"until\":\"2020-01-01\"}"), 422, "not-later");

        phone.door().send("DELETE", "/contacts/" + contact + "/snooze", "", null);
        assertThat(plannedDays().get(contact)).isEqualTo(today().toString());
    }

    @Test
    void theDayIsTheOneOfTheOwnersZone() {
        String contact = met(Duration.ofDays(45));
        everyMonth(contact);
        var zones = List.of("Pacific/Kiritimati", "Pacific/Pago_Pago");
        for (String zone : zones) {
            ok(
                    200,
                    put(
                            "/me/reminder-settings",
                            "{\"zone\":\"" + zone
                                    + "\",\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\",\"SATURDAY\",\"SUNDAY\"],\"perDay\":2}"));
            Instant before = clock.instant();
            String planned = plannedDays().get(contact);

            assertThat(planned)
                    .isIn(
                            LocalDate.ofInstant(before, java.time.ZoneId.of(zone))
                                    .toString(),
                            LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of(zone))
                                    .toString());
        }
        assertProblem(
                put("/me/reminder-settings", "{\"zone\":\"Berlin\",\"days\":[\"MONDAY\"],\"perDay\":2}"),
                400,
                "validation");
        assertProblem(put("/me/reminder-settings", "{\"zone\":\"UTC\",\"days\":[],\"perDay\":4}"), 400, "validation");
    }

    @Test
    void onlyTheDaysThatTheOwnerWantsHaveReminders() {
        String contact = met(Duration.ofDays(45));
        everyMonth(contact);
        DayOfWeek tomorrow = today().plusDays(1).getDayOfWeek();

        ok(200, put("/me/reminder-settings", "{\"zone\":\"UTC\",\"days\":[\"" + tomorrow + "\"],\"perDay\":3}"));

        assertThat(LocalDate.parse(plannedDays().get(contact)).getDayOfWeek()).isEqualTo(tomorrow);
    }

    @Test
    void remindersArePagedInTheirOrder() {
        for (int i = 0; i < 5; i++) {
            everyMonth(met(Duration.ofDays(60)));
        }

        var seen = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = get("/reminders?limit=2" + next);
            page.path("items").forEach(r -> seen.add(r.path("contactId").asText()));
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(get("/reminders?until=" + today()).path("items")).hasSize(3);
    }

    @Test
    void aCadenceOfATagIsChangedByWhoHasSeenIt() {
        var added = ok(201, phone.door().post("/tag-cadences", "{\"tag\":\"x\",\"idealDays\":30,\"maximumDays\":60}"));
        String path = "/tag-cadences/" + added.path("id").asText();
        var patch = "application/merge-patch+json";

        assertProblem(phone.door().send("PATCH", path, "{\"idealDays\":10}", patch), 428, "precondition-required");
        var door = phone.door().with("If-Match", "\"v1\"");
        assertProblem(door.send("PATCH", path, "{\"idealDays\":70}", patch), 422, "maximum-below-ideal");
        ok(200, door.send("PATCH", path, "{\"idealDays\":10}", patch));
        assertProblem(door.send("PATCH", path, "{\"idealDays\":11}", patch), 412, "stale-version");
        assertProblem(
                phone.door().post("/tag-cadences", "{\"tag\":\"x\",\"idealDays\":1,\"maximumDays\":2}"),
                409,
                "tag-has-cadence");
        assertThat(phone.door().send("DELETE", path, "", null).statusCode()).isEqualTo(204);
        assertThat(get("/tag-cadences").path("items")).isEmpty();
    }

    @Test
    void whoIsNotToBeContactedIsNotRemindedOf() {
        String contact = met(Duration.ofDays(45));
        everyMonth(contact);

        phone.door()
                .with("If-Match", "*")
                .send("PATCH", "/contacts/" + contact, "{\"doNotContact\":true}", "application/merge-patch+json");

        assertThat(plannedDays()).isEmpty();
    }
}
