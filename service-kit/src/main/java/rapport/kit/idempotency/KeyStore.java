package rapport.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import rapport.kit.json.Json;

/** The keys and answers, in the table {@code idempotency_key} and in the caller's transaction. */
@ApplicationScoped
class KeyStore {
    private static final String LOCK = "select pg_try_advisory_xact_lock(?)";

    private static final String FIND = """
            select content_hash, status, headers, body
            from   idempotency_key
            where  owner = ? and method = ? and path = ? and key = ? and created_at > ?
            """;

    private static final String STORE = """
            insert into idempotency_key (owner, method, path, key, content_hash, status, headers, body, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (owner, method, path, key) do update
            set    content_hash = excluded.content_hash,
                   status       = excluded.status,
                   headers      = excluded.headers,
                   body         = excluded.body,
                   created_at   = excluded.created_at
            """;

    private static final String PURGE = """
            delete from idempotency_key
            where  ctid in (select ctid from idempotency_key where created_at <= ? limit 5000)
            """;

    private final AgroalDataSource database;

    KeyStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Reserves the key until the transaction ends; false when another transaction holds it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lock(Request request) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, request.lock());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /**
     * The answer that was given to this request after {@code since}; empty when the key is new.
     *
     * @throws KeyReused when the key was used for other content
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<StoredAnswer> find(Request request, Instant since) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            scope(statement, request);
            statement.setObject(5, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!MessageDigest.isEqual(row.getBytes("content_hash"), request.contentHash())) {
                    throw new KeyReused();
                }
                return Optional.of(new StoredAnswer(
                        row.getInt("status"), headers(row.getString("headers")), row.getBytes("body")));
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /** Stores the answer with the transaction; a forgotten older one with the same key is replaced. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Request request, StoredAnswer answer, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            scope(statement, request);
            statement.setBytes(5, request.contentHash());
            statement.setInt(6, answer.status());
            statement.setString(7, Json.canonical(answer.headers()));
            statement.setBytes(8, answer.body());
            statement.setObject(9, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /** Forgets some of the answers given until {@code until}; the number forgotten. */
    @Transactional
    public int purge(Instant until) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setObject(1, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private static void scope(PreparedStatement statement, Request request) throws SQLException {
        statement.setString(1, request.owner());
        statement.setString(2, request.method());
        statement.setString(3, request.path());
        statement.setString(4, request.key());
    }

    private static Map<String, String> headers(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the kit has written these headers", e);
        }
    }

    private static final class StoreFailure extends RuntimeException {
        StoreFailure(SQLException cause) {
            super(cause);
        }
    }
}
