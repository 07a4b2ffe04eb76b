package rapport.system.bench;

import com.zaxxer.hikari.HikariDataSource;
import rapport.stack.parts.Database;

/** What every rival on the JVM gets: as many threads and connections as the others, and not more than followup-service may open. */
final class RivalPool {
    /** Executions at a time. */
    static final int THREADS = 50;
    /** One for each thread, and some for those that look and keep order. */
    static final int CONNECTIONS = THREADS + 4;

    private RivalPool() {}

    static HikariDataSource open(Database database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }
}
