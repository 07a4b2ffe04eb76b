package rapport.system.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import rapport.system.Crowd;

/** Request bodies for scans of people whom the owner has not met before: each becomes a contact. */
final class Scans {
    private final Crowd crowd;

    Scans(Crowd crowd) {
        this.crowd = crowd;
    }

    byte[] single(String badgeToken) {
        return item(badgeToken).getBytes(StandardCharsets.UTF_8);
    }

    byte[] upload(List<String> badgeTokens) {
        List<String> items = new ArrayList<>();
        badgeTokens.forEach(token -> items.add(item(token)));
        return ("{\"items\":[" + String.join(",", items) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private String item(String badgeToken) {
        return "{\"scanId\":\"" + uuidOfNow() + "\",\"eventId\":\"" + crowd.eventId() + "\",\"badgeToken\":\""
                + badgeToken + "\",\"scannedAt\":\"" + Instant.now()
                + "\",\"deviceId\":\"phone\",\"intent\":\"LEARN\"}";
    }

    /** Version 7 of RFC 9562, as phones make them. */
    private static UUID uuidOfNow() {
        var random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(time, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
