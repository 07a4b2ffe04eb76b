package rapport.kit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import rapport.stack.parts.Database;
import rapport.stack.parts.Parts;

/** A fresh database with the kit's tables, for tests without a container. */
public final class KitDatabase {
    private final DataSource dataSource;

    private KitDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static KitDatabase fresh(String name) {
        Database database = Parts.shared().freshDatabase(name);
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/kit")
                .load()
                .migrate();
        return new KitDatabase(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** A connection in a transaction. */
    public Connection begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number that a query returns in its only row and column. */
    public long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
