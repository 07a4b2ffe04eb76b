package rapport.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class KeyPurgeTest {
    @Inject
    KeyPurge purge;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate idempotency_key");
    }

    @Test
    void onlyAnswersThatAreOlderThanTheyAreKeptAreForgotten() throws SQLException {
        answered("new", "0 hours", 1);
        answered("nearly three days old", "71 hours 59 minutes", 1);
        answered("just over three days old", "72 hours 1 minute", 1);
        answered("ancient", "400 days", 1);

        assertThat(purge.purge()).isEqualTo(2);

        assertThat(owners()).containsExactly("nearly three days old", "new");
    }

    @Test
    void moreThanOneStatementForgetsAreForgottenInOneGo() throws SQLException {
        answered("old", "4 days", 12_000);
        answered("new", "1 day", 3);

        assertThat(purge.purge()).isEqualTo(12_000);

        assertThat(owners()).containsExactly("new");
    }

    @Test
    void whereNothingIsOldNothingIsForgotten() throws SQLException {
        answered("new", "1 day", 2);

        assertThat(purge.purge()).isZero();

        assertThat(owners()).containsExactly("new");
    }

    private void answered(String owner, String age, int keys) throws SQLException {
        execute("""
                insert into idempotency_key (owner, method, path, key, content_hash, status, headers, created_at)
                select '%s', 'POST', '/things', 'k' || n, '', 201, '{}', now() - interval '%s'
                from   generate_series(1, %d) n
                """.formatted(owner, age, keys));
    }

    private List<String> owners() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select distinct owner from idempotency_key order by owner")) {
            var owners = new ArrayList<String>();
            while (row.next()) {
                owners.add(row.getString(1));
            }
            return owners;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
