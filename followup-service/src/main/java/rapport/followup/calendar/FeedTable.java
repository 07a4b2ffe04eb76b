package rapport.followup.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Who has a feed. */
@ApplicationScoped
class FeedTable {

    private static final String PUT = """
            insert into calendar_feed (owner, token_hash, created_at) values (?, ?, ?)
            on conflict (owner) do update set token_hash = excluded.token_hash, created_at = excluded.created_at
            """;

    private static final String DELETE = "delete from calendar_feed where owner = ?";

    private static final String OWNER = "select owner from calendar_feed where token_hash = ?";

    private static final String SINCE = "select created_at from calendar_feed where owner = ?";

    private final DataSource dataSource;

    FeedTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** From now on this token opens the feed and no other. */
    @Transactional
    void put(String owner, byte[] tokenHash, Instant now) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PUT)) {
            statement.setString(1, owner);
            statement.setBytes(2, tokenHash);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a feed could not be opened", e);
        }
    }

    @Transactional
    void delete(String owner) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(DELETE)) {
            statement.setString(1, owner);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a feed could not be closed", e);
        }
    }

    Optional<String> owner(byte[] tokenHash) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OWNER)) {
            statement.setBytes(1, tokenHash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a feed could not be found", e);
        }
    }

    Optional<Instant> since(String owner) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SINCE)) {
            statement.setString(1, owner);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a feed could not be read", e);
        }
    }
}
