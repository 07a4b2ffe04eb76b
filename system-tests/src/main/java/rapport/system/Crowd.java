package rapport.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import rapport.stack.demo.Api;

/**
 * A published event full of people with badges, entered through the public APIs.
 *
 * @param badgeTokens one per person
 */
public record Crowd(String eventId, List<String> badgeTokens) {
    private static final String ORGANIZER = "olga";

    /**
     * @param slug names the event; the people of two crowds are the same, as far as both are large enough
     */
    public static Crowd gather(Api api, String slug, int people) {
        String organization = api.post(ORGANIZER, "/api/events/organizations", Map.of("name", "Organizer of " + slug))
                .expect(201)
                .body()
                .path("id")
                .asText();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        JsonNode event = api.post(
                        ORGANIZER,
                        "/api/events/organizations/" + organization + "/events",
                        Map.of(
                                "name",
                                slug,
                                "slug",
                                slug,
                                "kind",
                                "IN_PERSON",
                                "startsAt",
                                today.minusDays(1) + "T00:00:00",
                                "endsAt",
                                today.plusDays(1) + "T23:00:00",
                                "zone",
                                "UTC"))
                .expect(201)
                .body();
        String path = "/api/events/events/" + event.path("id").asText();
        api.post(ORGANIZER, path + "/publication").expect(200);
        api.upload(ORGANIZER, path + "/registration-imports?dryRun=false", "text/csv", registrations(people))
                .expect(201);
        api.post(ORGANIZER, path + "/badges").expect(200, 201);
        List<String> tokens = api.all(ORGANIZER, path + "/badges?tokens=true").stream()
                .map(badge -> badge.path("token").asText())
                .toList();
        if (tokens.size() != people) {
            throw new IllegalStateException(tokens.size() + " badges for " + people + " people");
        }
        return new Crowd(event.path("id").asText(), tokens);
    }

    private static byte[] registrations(int people) {
        var csv = new StringBuilder("external_id,display_name,email,affiliation,career_stage,sharing\r\n");
        for (int i = 0; i < people; i++) {
            csv.append("b")
                    .append(i)
                    .append(",Person ")
                    .append(i)
                    .append(",person")
                    .append(i)
                    .append("@example.org,University Hospital ")
                    .append(i % 40)
                    .append(",RESIDENT,CARD\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
