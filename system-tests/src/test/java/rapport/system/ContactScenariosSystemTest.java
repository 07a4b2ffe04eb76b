package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.system.Gathering.LONG_ENOUGH;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.demo.Api;

/** Scenarios of contacts that other systems get wrong, from phone to phone. */
@ExtendWith(PlatformOfTheRun.class)
class ContactScenariosSystemTest {
    private final Platform platform;
    private final String owner = "owner-" + UUID.randomUUID();
    private Api api;

    ContactScenariosSystemTest(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void newcomersSignIn() {
        api = new Api(platform.stack().url(), platform::newcomer);
    }

    @AfterEach
    void signOut() {
        api.close();
    }

    @Test
    void aScanBeforeTheRegistrationIsPendingAndResolvesItselfWithoutAnybodyActing() {
        var gathering = Gathering.at(platform, api, "pending");
        String late = "late-" + UUID.randomUUID();
        JsonNode answer;
        platform.stack().kafka().pause();
        try {
            var scan = gathering.scan(gathering.badge(gathering.register(late, "CARD")));
            scan.put("note", "Met at the door");
            scan.put("rating", 4);
            answer = api.post(owner, "/api/contacts/scans", scan).expect(202).body();
        } finally {
            platform.stack().kafka().resume();
        }

        assertThat(answer.path("outcome").asText()).isEqualTo("PENDING");
        String contact = answer.path("contactId").asText();
        await().atMost(LONG_ENOUGH).until(() -> gathering
                .contact(owner, contact)
                .path("status")
                .asText()
                .equals("ACTIVE"));
        JsonNode resolved = gathering.contact(owner, contact);
        assertThat(resolved.path("card").path("displayName").asText()).isEqualTo(late);
        assertThat(resolved.path("rating").asInt()).isEqualTo(4);
        assertThat(resolved.path("notes").findValuesAsText("text")).containsExactly("Met at the door");
    }

    @Test
    void aScanAgainWithAnEmptyNoteKeepsNoteAndRating() {
        var gathering = Gathering.at(platform, api, "rescan");
        String badge = gathering.badge(gathering.register("peer-" + UUID.randomUUID(), "CARD"));
        var first = gathering.scan(badge);
        first.put("note", "Knows the registry");
        first.put("rating", 5);
        first.put("intent", "MENTOR");
        first.put("tags", List.of("registry"));
        String contact = gathering.met(owner, first);

        var again = gathering.scan(badge);
        again.put("scannedAt", Instant.now().toString());
        again.put("note", "");
        assertThat(gathering.met(owner, again)).isEqualTo(contact);
        assertThat(gathering.met(owner, gathering.scan(badge))).isEqualTo(contact);

        JsonNode kept = gathering.contact(owner, contact);
        assertThat(kept.path("notes").findValuesAsText("text")).containsExactly("Knows the registry");
        assertThat(kept.path("rating").asInt()).isEqualTo(5);
        assertThat(kept.path("intent").asText()).isEqualTo("MENTOR");
        assertThat(kept.path("tags").toString()).isEqualTo("[\"registry\"]");
    }

    @Test
    void twentyContactsOfOneEveningComeBackThreeADayAndACallMovesOne() {
        Crowd crowd = Crowd.gather(
                platform.api(), "evening-" + UUID.randomUUID().toString().substring(0, 8), 20);
        var gathering = new Gathering(platform, api, crowd.eventId());
        List<String> contacts = new ArrayList<>();
        Instant evening = Instant.now().minus(5, ChronoUnit.DAYS);
        for (String badge : crowd.badgeTokens()) {
            var scan = gathering.scan(badge);
            scan.put("scannedAt", evening.toString());
            scan.put("tags", List.of("evening"));
            contacts.add(gathering.met(owner, scan));
        }
        api.post(owner, "/api/contacts/tag-cadences", Map.of("tag", "evening", "idealDays", 30, "maximumDays", 60))
                .expect(201);

        Map<String, String> planned = reminders();
        assertThat(planned).hasSize(20).containsOnlyKeys(contacts);
        assertAtMostThreeADay(planned);
        String called = planned.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        assertThat(dueOn(called)).isEqualTo(thirtyDaysAfter(evening));

        Instant call = Instant.now();
        api.post(
                        owner,
                        "/api/contacts/contacts/" + called + "/interactions",
                        Map.of("kind", "CALL", "occurredAt", call.toString()))
                .expect(201);

        Map<String, String> moved = reminders();
        assertThat(moved).hasSize(20);
        assertAtMostThreeADay(moved);
        assertThat(moved.get(called)).isGreaterThan(planned.get(called));
        assertThat(dueOn(called)).isEqualTo(thirtyDaysAfter(call));
    }

    private static String thirtyDaysAfter(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(30).toString();
    }

    @Test
    void aMentorWithOnePlaceAndTwentyConcurrentAcceptsGivesItAwayOnce() throws Exception {
        var offer = Map.of(
                "headline",
                "Trials",
                "wishes",
                List.of("MENTOR"),
                "topics",
                List.of("sepsis"),
                "languages",
                List.of("en"),
                "capacity",
                1,
                "showsName",
                false,
                "showsAffiliation",
                false);
        String mentor = api.put(owner, "/api/contacts/me/mentor-profile", offer)
                .expect(200)
                .body()
                .path("shown")
                .path("id")
                .asText();
        List<Callable<Integer>> accepts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String request = asked("mentee-" + i + "-" + UUID.randomUUID(), mentor);
            accepts.add(() -> api.post(owner, "/api/contacts/mentoring-requests/" + request + "/acceptance")
                    .status());
        }

        List<Integer> statuses = new ArrayList<>();
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : together.invokeAll(accepts)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        JsonNode profile =
                api.get(owner, "/api/contacts/me/mentor-profile").expect(200).body();
        assertThat(profile.path("taken").asInt()).isEqualTo(1);
        assertThat(api.all(owner, "/api/contacts/me/mentor-profile/requests").stream()
                        .filter(request -> request.path("state").asText().equals("ACCEPTED")))
                .hasSize(1);
    }

    private String asked(String mentee, String mentor) {
        String goal = api.post(
                        mentee,
                        "/api/contacts/goals",
                        Map.of(
                                "statement", "Find a thesis",
                                "wish", "MENTOR",
                                "topics", List.of("sepsis"),
                                "careerStage", "STUDENT"))
                .expect(201)
                .body()
                .path("id")
                .asText();
        return api.post(
                        mentee,
                        "/api/contacts/mentoring-requests",
                        Map.of("goalId", goal, "mentorId", mentor, "message", "Would you?"))
                .expect(201)
                .body()
                .path("id")
                .asText();
    }

    /** The planned day of each contact. */
    private Map<String, String> reminders() {
        Map<String, String> planned = new TreeMap<>();
        api.all(owner, "/api/contacts/reminders?until=2100-01-01")
                .forEach(reminder -> planned.put(
                        reminder.path("contactId").asText(),
                        reminder.path("plannedOn").asText()));
        return planned;
    }

    private String dueOn(String contact) {
        return api.all(owner, "/api/contacts/reminders?until=2100-01-01").stream()
                .filter(reminder -> reminder.path("contactId").asText().equals(contact))
                .findFirst()
                .orElseThrow()
                .path("dueOn")
                .asText();
    }

    private static void assertAtMostThreeADay(Map<String, String> planned) {
        Map<String, Integer> days = new TreeMap<>();
        planned.values().forEach(day -> days.merge(day, 1, Integer::sum));
        assertThat(days.values()).allSatisfy(reminders -> assertThat(reminders).isLessThanOrEqualTo(3));
    }
}
