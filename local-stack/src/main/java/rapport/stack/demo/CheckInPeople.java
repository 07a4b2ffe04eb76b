package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import rapport.stack.demo.Badges.Badge;

/** A gate that was offline the whole morning sends what it has read: shuffled, in pieces, twice. */
final class CheckInPeople implements Step {
    private static final int UPLOAD = 90;

    @Override
    public String title() {
        return "a gate that was offline checks everybody in, shuffled and sent twice";
    }

    @Override
    public void perform(Demo demo) {
        var uploads = new ArrayList<>(items(demo));
        uploads.addAll(List.copyOf(uploads));
        Collections.shuffle(uploads, new Random(17));
        var outcomes = new TreeMap<String, Integer>();
        for (int from = 0; from < uploads.size(); from += UPLOAD) {
            var items = uploads.subList(from, Math.min(from + UPLOAD, uploads.size()));
            JsonNode answer = demo.api()
                    .post(
                            Demo.ORGANIZER,
                            "/api/events/events/" + demo.event() + "/check-ins/batch",
                            Map.of("items", items))
                    .expect(200)
                    .body();
            answer.path("items")
                    .forEach(item -> outcomes.merge(item.path("outcome").asText(), 1, Integer::sum));
        }
        if (outcomes.values().stream().mapToInt(Integer::intValue).sum() != uploads.size()
                || outcomes.containsKey("REJECTED")) {
            throw new StepFailed(uploads.size() + " check-ins were sent and answered " + outcomes);
        }
        demo.summary().add("check-ins", uploads.size() + " sent, " + outcomes);
    }

    private static List<Map<String, Object>> items(Demo demo) {
        Instant doorsOpen = LocalDateTime.parse(demo.kept("startsAt"))
                .atZone(Congress.ZONE)
                .minusMinutes(30)
                .toInstant();
        var gate = new Phone("gate-north", demo.event(), doorsOpen);
        // In the order of registration: the same people in every run, and never the late one.
        List<Badge> badges = Badges.of(demo).stream()
                .sorted(Comparator.comparing(Badge::registrationId))
                .limit(Congress.REGISTRATIONS)
                .toList();
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < badges.size(); i++) {
            Instant at = doorsOpen.plusSeconds(5L * i);
            var item = new HashMap<String, Object>();
            item.put("scanId", gate.id(at, i).toString());
            item.put("token", badges.get(i).token());
            item.put("type", "ENTRY");
            item.put("scope", "EVENT");
            item.put("scannedAt", at.toString());
            item.put("deviceId", gate.deviceId());
            items.add(item);
        }
        return items;
    }
}
