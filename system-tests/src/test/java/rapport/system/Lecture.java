package rapport.system;

import static org.awaitility.Awaitility.await;
import static rapport.system.Gathering.LONG_ENOUGH;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.stack.demo.Api;

/** A signed-in speaker of an event who can be written to at any hour of any day, and people who write, all through the doors. */
record Lecture(Api api, String speaker, String speakerId) {
    private static final String ORGANIZER = "olga";

    /** @param api knows the tokens of {@code olga} and of newcomers */
    static Lecture by(Api api, String speaker) {
        api.post(speaker, "/api/events/me/link").expect(200);
        String organization = api.post(
                        ORGANIZER, "/api/events/organizations", Map.of("name", "Organizer " + UUID.randomUUID()))
                .expect(201)
                .body()
                .path("id")
                .asText();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String event = "/api/events/events/"
                + api.post(
                                ORGANIZER,
                                "/api/events/organizations/" + organization + "/events",
                                Map.of(
                                        "name",
                                        "Lecture Days",
                                        "slug",
                                        "lecture-" + UUID.randomUUID(),
                                        "kind",
                                        "IN_PERSON",
                                        "startsAt",
                                        today.minusDays(1) + "T00:00:00",
                                        "endsAt",
                                        today + "T00:00:00",
                                        "zone",
                                        "UTC"))
                        .expect(201)
                        .body()
                        .path("id")
                        .asText();
        api.post(ORGANIZER, event + "/publication").expect(200);
        String speakerId = api.post(
                        ORGANIZER,
                        event + "/speakers",
                        Map.of("displayName", "Dr. Lucía López", "email", address(speaker)))
                .expect(201)
                .body()
                .path("id")
                .asText();
        await().atMost(LONG_ENOUGH)
                .until(() ->
                        api.put(speaker, "/api/followup/me/boundary", anyHour()).status() == 200);
        return new Lecture(api, speaker, speakerId);
    }

    /** Where newcomers have their mail. */
    static String address(String person) {
        return person + "@example.org";
    }

    /** The speaker among the contacts of somebody, known to followup-service as well. */
    String contactOf(String owner) {
        var contact = new String[1];
        await().atMost(LONG_ENOUGH).until(() -> {
            var answer = api.post(owner, "/api/contacts/contacts", Map.of("speakerId", speakerId));
            contact[0] = answer.body().path("id").asText();
            return answer.status() == 201 || answer.status() == 200;
        });
        return contact[0];
    }

    /** A complete message that is due now and not approved yet. */
    String drafted(String owner, String contact, String subject) {
        var body = Map.of(
                "contactId", contact,
                "purpose", "THANK",
                "preparation", Map.of("goal", "Learn", "context", "Your talk", "question", "Which registry?"),
                "message", Map.of("subject", subject, "body", "Thank you. " + UUID.randomUUID()),
                "schedule",
                        Map.of(
                                "anchor",
                                "ABSOLUTE",
                                "at",
                                LocalDateTime.now(ZoneOffset.UTC).withNano(0).toString()));
        var draft = new String[1];
        await().atMost(LONG_ENOUGH).until(() -> {
            var answer = api.post(owner, "/api/followup/followups", body);
            draft[0] = answer.body().path("id").asText();
            return answer.status() == 201;
        });
        return draft[0];
    }

    void approve(String owner, String followUp) {
        api.post(owner, "/api/followup/followups/" + followUp + "/approval").expect(200);
    }

    private static Map<String, Object> anyHour() {
        return Map.of(
                "mode", "OPEN",
                "weeklyBudget", 5,
                "zone", "UTC",
                "workingDays", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"),
                "from", "00:00",
                "to", "24:00");
    }
}
