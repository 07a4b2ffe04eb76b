package rapport.followup.ownerdigest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.kit.id.Ids;

/**
 * One row per owner and window, for ever. A row is SENDING, and committed so, before the mail server hears of it; what was
 * perhaps delivered stays UNCERTAIN and is never sent again.
 */
@ApplicationScoped
class DigestLedger {

    private static final UUID NAMESPACE = UUID.fromString("6f0a4d1e-54a7-5d0b-9c1e-0d6f2b8a7c11");

    private static final String OPEN = """
            insert into digest_delivery (id, owner, window_on, state, attempts, claimed_at)
            values (?, ?, ?, 'SENDING', 1, ?)
            on conflict (owner, window_on) do nothing
            """;

    private static final String RETRY = """
            update digest_delivery
            set    state = 'SENDING', attempts = attempts + 1, claimed_at = ?, retry_at = null
            where  id in (
                   select id from digest_delivery
                   where  state = 'RETRY' and retry_at <= ?
                   order  by retry_at, id
                   limit  ?
                   for update skip locked)
            returning id, owner, window_on, attempts
            """;

    private static final String ABANDONED = """
            update digest_delivery
            set    state = 'UNCERTAIN', finished_at = ?
            where  state = 'SENDING' and claimed_at < ?
            """;

    private static final String FINISH = """
            update digest_delivery
            set    state = ?, retry_at = ?, finished_at = ?, reply_code = ?
            where  id = ? and state = 'SENDING' and attempts = ?
            """;

    /** A claim: who holds it may send once. */
    record Claim(UUID id, String owner, LocalDate window, int attempts) {}

    static UUID id(String owner, LocalDate window) {
        return Ids.derived(NAMESPACE, owner + "\n" + window);
    }

    /** @return whether the window was not told yet, and is claimed now */
    boolean open(Connection connection, Claim claim, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(OPEN)) {
            insert.setObject(1, claim.id());
            insert.setString(2, claim.owner());
            insert.setObject(3, claim.window());
            insert.setObject(4, time(now));
            return insert.executeUpdate() == 1;
        }
    }

    List<Claim> retry(Connection connection, Instant now, int limit) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (var update = connection.prepareStatement(RETRY)) {
            update.setObject(1, time(now));
            update.setObject(2, time(now));
            update.setInt(3, limit);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    claims.add(new Claim(
                            row.getObject("id", UUID.class),
                            row.getString("owner"),
                            row.getObject("window_on", LocalDate.class),
                            row.getInt("attempts")));
                }
            }
        }
        return claims;
    }

    /** Claims that nobody finished: perhaps delivered. */
    int settle(Connection connection, Instant claimedBefore, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(ABANDONED)) {
            update.setObject(1, time(now));
            update.setObject(2, time(claimedBefore));
            return update.executeUpdate();
        }
    }

    /** Changes nothing when the claim was lost. */
    void finish(Connection connection, Claim claim, String state, Instant retryAt, int code, Instant now)
            throws SQLException {
        try (var update = connection.prepareStatement(FINISH)) {
            update.setString(1, state);
            update.setObject(2, time(retryAt));
            update.setObject(3, retryAt == null ? time(now) : null);
            update.setObject(4, code == 0 ? null : code);
            update.setObject(5, claim.id());
            update.setInt(6, claim.attempts());
            update.executeUpdate();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
