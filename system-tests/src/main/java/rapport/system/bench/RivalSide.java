package rapport.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import rapport.stack.postgres.PostgresServer;

/** A rival with a table full of tasks for tomorrow. */
final class RivalSide implements DispatchSide {
    private final DispatchRival rival;
    private final PostgresServer postgres;
    private final Connection connection;
    private final DueClock clock;

    private RivalSide(DispatchRival rival, PostgresServer postgres, Connection connection) {
        this.rival = rival;
        this.postgres = postgres;
        this.connection = connection;
        this.clock = new DueClock(connection, rival.table().isLeft());
    }

    static RivalSide fill(DispatchRival rival, PostgresServer postgres, int tasks) throws SQLException {
        Connection connection = DispatchBenchmark.connect(rival.table().database());
        try (var statement = connection.createStatement()) {
            statement.execute(rival.table().copies().formatted(tasks - 1));
            statement.execute("vacuum analyze");
        }
        return new RivalSide(rival, postgres, connection);
    }

    @Override
    public String key() {
        return rival.table().key();
    }

    @Override
    public Dispatched dispatch(int due) throws Exception {
        rival.work();
        Counters before = counters();
        double seconds = clock.run(rival.table().release().formatted(due), due, () -> rival.executed() >= due);
        Counters spent = counters().since(before);
        DispatchRival.Executions executions = rival.rest();
        if (executions.runs() != due || executions.tasks() != due) {
            throw new IllegalStateException(due + " were due at " + key() + ", and " + executions);
        }
        return new Dispatched(due, seconds, spent);
    }

    private Counters counters() throws SQLException {
        return Counters.now(connection, postgres.pid(), rival.pid());
    }

    @Override
    public void close() throws Exception {
        connection.close();
        rival.close();
    }
}
