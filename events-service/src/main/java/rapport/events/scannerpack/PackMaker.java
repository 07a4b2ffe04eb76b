package rapport.events.scannerpack;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;

/** Makes packs of what an event's badges and sessions are now. The same of both within an hour is the same pack. */
@ApplicationScoped
class PackMaker {
    /** How long a gate may decide by a pack: a day of a conference without a network, and not a second one. */
    private static final Duration VALID = Duration.ofHours(24);

    /** 80 bits: a badge of another event passes one gate in 10^19 by chance. */
    private static final int DIGEST_BYTES = 10;

    private static final String BADGES = """
            select   b.token_hash, case when b.status = 'REVOKED' then 'REVOKED'
                                        when r.status <> 'CONFIRMED' then 'NOT_CONFIRMED'
                                        else 'ACTIVE' end as standing
            from     badge b
            join     registration r on r.id = b.registration_id
            where    b.event_id = ?
            order by b.token_hash
            """;

    private static final String SESSIONS = """
            select   id, title, room, start_instant, end_instant
            from     session
            where    event_id = ? and status = 'ACTIVE'
            order by start_instant, id
            """;

    private record Badge(byte[] hash, String standing) {}

    private final PackSigner signer;
    private final Sql sql;
    private final Clock clock;

    PackMaker(PackSigner signer, Sql sql, Clock clock) {
        this.signer = signer;
        this.sql = sql;
        this.clock = clock;
    }

    Pack of(UUID eventId) {
        List<Badge> badges =
                sql.query(BADGES, row -> new Badge(row.getBytes("token_hash"), row.getString("standing")), eventId);
        List<Pack.Room> sessions = sql.query(SESSIONS, PackMaker::room, eventId);
        Instant issued = clock.instant().truncatedTo(ChronoUnit.HOURS);
        String version = version(badges, sessions);
        byte[] salt = Arrays.copyOf(signer.secret("scanner-pack salt " + eventId + ' ' + version), 16);
        return new Pack(
                eventId,
                version,
                issued,
                issued.plus(VALID),
                Base64.getUrlEncoder().withoutPadding().encodeToString(salt),
                digests(badges, "ACTIVE", salt),
                digests(badges, "REVOKED", salt),
                digests(badges, "NOT_CONFIRMED", salt),
                sessions);
    }

    /** What a gate computes of a badge it has read: HMAC-SHA-256 of the SHA-256 of the token under the salt, cut. */
    static String digest(byte[] tokenHash, byte[] salt) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(PackSigner.hmac(salt, tokenHash), DIGEST_BYTES));
    }

    /** Sorted: the order in which badges were issued is nobody's business. */
    private static List<String> digests(List<Badge> badges, String standing, byte[] salt) {
        return badges.stream()
                .filter(badge -> badge.standing.equals(standing))
                .map(badge -> digest(badge.hash, salt))
                .sorted()
                .toList();
    }

    private static String version(List<Badge> badges, List<Pack.Room> sessions) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            badges.forEach(badge -> {
                digest.update(badge.hash);
                digest.update(badge.standing.getBytes(StandardCharsets.UTF_8));
            });
            sessions.forEach(session -> digest.update(session.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Pack.Room room(ResultSet row) throws SQLException {
        return new Pack.Room(
                Sql.id(row, "id"),
                row.getString("title"),
                row.getString("room"),
                row.getObject("start_instant", OffsetDateTime.class).toInstant(),
                row.getObject("end_instant", OffsetDateTime.class).toInstant());
    }
}
