package rapport.stack.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import rapport.stack.demo.Badges.Badge;

/** A phone that makes scans with ids of its own. The same scan has the same id in every run, as after any retry. */
record Phone(String deviceId, String eventId, Instant opened) {

    Map<String, Object> scan(int sequence, Badge badge, Map<String, Object> details) {
        Instant at = opened.plusSeconds(60L * sequence);
        var scan = new HashMap<String, Object>(details);
        scan.put("scanId", id(at, sequence).toString());
        scan.put("eventId", eventId);
        scan.put("badgeToken", badge.token());
        scan.put("scannedAt", at.toString());
        scan.put("deviceId", deviceId);
        scan.put("deviceSequence", sequence);
        return scan;
    }

    /** The id of what the device read as its n-th at that time. */
    UUID id(Instant at, int sequence) {
        return id(at, deviceId + "/" + eventId + "/" + sequence);
    }

    /** A UUIDv7 whose random part is drawn from the name. */
    private static UUID id(Instant at, String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            long random = 0;
            for (int i = 0; i < 8; i++) {
                random = random << 8 | (hash[i] & 0xff);
            }
            long high = at.toEpochMilli() << 16 | 0x7000L | (hash[8] & 0x0fL) << 8 | (hash[9] & 0xffL);
            long low = random & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
