package rapport.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What phones have to say about a crowd: scans with ids of their own, made offline and sent in any order, any number of times. */
final class Phones {
    private Phones() {}

    /** One scan per device and badge of the crowd; on every third one nothing is typed. */
    static List<Map<String, Object>> scans(Crowd crowd, int devices, long seed) {
        var random = new Random(seed);
        Instant opened = Instant.now().minusSeconds(7200);
        List<Map<String, Object>> scans = new ArrayList<>();
        for (int device = 0; device < devices; device++) {
            for (int i = 0; i < crowd.badgeTokens().size(); i++) {
                Instant at = opened.plusSeconds(i * 7L + device);
                Map<String, Object> scan = new HashMap<>();
                scan.put(
                        "scanId",
                        new UUID(at.toEpochMilli() << 16 | 0x7000, random.nextLong() >>> 2 | Long.MIN_VALUE)
                                .toString());
                scan.put("eventId", crowd.eventId());
                scan.put("badgeToken", crowd.badgeTokens().get(i));
                scan.put("scannedAt", at.toString());
                scan.put("deviceId", "phone-" + device);
                scan.put("deviceSequence", i);
                if (i % 3 != device % 3) {
                    scan.put("note", "Note " + i + " of phone " + device);
                    scan.put("rating", 1 + (i + device) % 5);
                    scan.put("tags", List.of("tag-" + i % 4, "phone-" + device));
                } else {
                    scan.put("note", "");
                    scan.put("removedTags", List.of("tag-" + i % 4));
                }
                scans.add(scan);
            }
        }
        return scans;
    }

    /** The same scans three times over, shuffled and cut into uploads of any size. */
    static List<List<Map<String, Object>>> unreliably(List<Map<String, Object>> scans, long seed) {
        var random = new Random(seed);
        List<Map<String, Object>> sent = new ArrayList<>();
        for (int times = 0; times < 3; times++) {
            sent.addAll(scans);
        }
        Collections.shuffle(sent, random);
        List<List<Map<String, Object>>> uploads = new ArrayList<>();
        for (int from = 0; from < sent.size(); ) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(120));
            uploads.add(sent.subList(from, to));
            from = to;
        }
        return uploads;
    }

    /** What an owner knows of a contact, without what differs between two owners: ids, versions and times of storing. */
    static String known(JsonNode contact) {
        List<String> encounters = new ArrayList<>();
        contact.path("encounters")
                .forEach(meeting -> encounters.add(meeting.path("eventId").asText() + "@"
                        + meeting.path("metAt").asText()));
        List<String> notes = new ArrayList<>();
        contact.path("notes")
                .forEach(note -> notes.add(
                        note.path("text").asText() + "@" + note.path("notedAt").asText()));
        return String.join(
                " | ",
                contact.path("personId").asText(),
                contact.path("status").asText(),
                contact.path("rating").asText(),
                contact.path("tags").toString(),
                encounters.toString(),
                notes.toString());
    }
}
