package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import rapport.stack.demo.Badges.Badge;

/** Two phones of one attendee: some scans singly, the rest in uploads that are shuffled, split and sent twice. */
final class ScanBadges implements Step {
    private static final int SINGLE = 20;
    private static final int PER_PHONE = 100;
    private static final int UPLOAD = 40;

    @Override
    public String title() {
        return "two phones post their scans: singly, in uploads, shuffled and sent twice";
    }

    @Override
    public void perform(Demo demo) {
        Instant opened = LocalDateTime.parse(demo.kept("startsAt"))
                .atZone(Congress.ZONE)
                .plusHours(1)
                .toInstant();
        List<Badge> badges = othersThanMayas(demo);
        var first = new Phone("maya-phone", demo.event(), opened);
        var second = new Phone("maya-tablet", demo.event(), opened.plusSeconds(20));
        var outcomes = new TreeMap<String, Integer>();
        for (int i = 0; i < SINGLE; i++) {
            count(outcomes, single(demo, first.scan(i, badges.get(i), full(i))));
        }
        var uploads = new ArrayList<Map<String, Object>>();
        for (int i = SINGLE; i < PER_PHONE; i++) {
            uploads.add(first.scan(i, badges.get(i), full(i)));
        }
        for (int i = 0; i < PER_PHONE; i++) {
            // The second phone reads half of the same badges again, with nothing typed: that must not erase anything.
            uploads.add(second.scan(i, badges.get(i + PER_PHONE / 2), Map.of("note", "")));
        }
        uploads.addAll(List.copyOf(uploads));
        Collections.shuffle(uploads, new Random(38));
        for (int from = 0; from < uploads.size(); from += UPLOAD) {
            var items = uploads.subList(from, Math.min(from + UPLOAD, uploads.size()));
            JsonNode answer = demo.api()
                    .post(Demo.ATTENDEE, "/api/contacts/scans/batch", Map.of("items", items))
                    .expect(200)
                    .body();
            answer.path("items").forEach(item -> count(outcomes, item));
        }
        int sent = SINGLE + uploads.size();
        int answered = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        if (answered != sent) {
            throw new StepFailed(sent + " scans were sent and " + answered + " answered");
        }
        demo.summary().add("scans posted", sent + ", acknowledged " + outcomes);
        demo.keep("scannedPeople", Integer.toString(PER_PHONE + PER_PHONE / 2));
    }

    static JsonNode single(Demo demo, Map<String, Object> scan) {
        return demo.api()
                .post(Demo.ATTENDEE, "/api/contacts/scans", scan)
                .expect(200, 201, 202)
                .body();
    }

    private static void count(Map<String, Integer> outcomes, JsonNode answer) {
        outcomes.merge(answer.path("outcome").asText(), 1, Integer::sum);
    }

    private static Map<String, Object> full(int number) {
        return Map.of(
                "note",
                "Talked about case " + number + ".",
                "intent",
                number % 2 == 0 ? "LEARN" : "COLLABORATE",
                "rating",
                1 + number % 5,
                "tags",
                List.of("lisbon", number % 2 == 0 ? "ward" : "research"),
                "context",
                Map.of("place", "Poster hall"));
    }

    /** Nobody scans himself. */
    private static List<Badge> othersThanMayas(Demo demo) {
        List<String> own = new ArrayList<>();
        demo.api()
                .get(Demo.ATTENDEE, "/api/events/me/badges")
                .expect(200)
                .body()
                .path("items")
                .forEach(badge -> own.add(badge.path("token").asText()));
        return Badges.of(demo).stream()
                .filter(badge -> !own.contains(badge.token()))
                // In the order of registration: the same people in every run, and never the late one.
                .sorted(Comparator.comparing(Badge::registrationId))
                .toList();
    }
}
