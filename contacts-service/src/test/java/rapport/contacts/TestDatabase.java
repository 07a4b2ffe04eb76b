package rapport.contacts;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import rapport.stack.parts.Parts;

/** A real, durable, migrated database for tests of SQL that need no HTTP. One per test JVM. */
public final class TestDatabase {
    private static AgroalDataSource shared;

    private TestDatabase() {}

    public static synchronized AgroalDataSource shared() {
        if (shared == null) {
            var database = Parts.shared().freshDatabase("contacts_sql");
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.username(), database.password())
                    .locations("classpath:db/kit", "classpath:db/migration")
                    .load()
                    .migrate();
            var configuration = new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(8)
                            .acquisitionTimeout(Duration.ofSeconds(10))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                    .jdbcProperty("binaryTransferEnable", "UUID_ARRAY")
                                    .principal(new NamePrincipal(database.username()))
                                    .credential(new SimplePassword(database.password()))));
            try {
                shared = AgroalDataSource.from(configuration);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return shared;
    }

    /** The rows of a query, as maps by column name. */
    public static List<Map<String, Object>> query(String sql, Object... parameters) {
        try (Connection connection = shared().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = new ArrayList<Map<String, Object>>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var values = new LinkedHashMap<String, Object>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
                    }
                    rows.add(values);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something in one transaction. */
    public static void transaction(Work work) {
        try (Connection connection = shared().getConnection()) {
            connection.setAutoCommit(false);
            work.with(connection);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a transaction does. */
    public interface Work {
        void with(Connection connection) throws SQLException;
    }
}
