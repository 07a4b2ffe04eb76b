package rapport.system.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import rapport.stack.parts.Database;

/**
 * db-scheduler as its documentation tunes it for throughput on Postgres: lock-and-fetch, many threads, their number of executions held
 * in the queue, a connection for each thread that completes.
 */
final class DbSchedulerRival implements AutoCloseable {
    private static final int THREADS = 50;

    private static final String SCHEMA = """
            create table scheduled_tasks (
                task_name            text not null,
                task_instance        text not null,
                task_data            bytea,
                execution_time       timestamptz,
                picked               boolean not null,
                picked_by            text,
                last_success         timestamptz,
                last_failure         timestamptz,
                consecutive_failures int,
                last_heartbeat       timestamptz,
                version              bigint not null,
                priority             smallint,
                state                text,
                primary key (task_name, task_instance)
            );
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private static final String SCHEDULED = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'nothing', md5('task-' || n), now() + interval '1 day', false, 1
            from   generate_series(1, %d) n
            """;

    private static final String RELEASE = """
            update scheduled_tasks set execution_time = now()
            where  (task_name, task_instance) in (
                   select task_name, task_instance from scheduled_tasks
                   where  execution_time > now() + interval '1 hour'
                   limit  %d)
            """;

    private final HikariDataSource pool;
    private final Scheduler scheduler;
    private final AtomicInteger executed;

    private DbSchedulerRival(HikariDataSource pool, Scheduler scheduler, AtomicInteger executed) {
        this.pool = pool;
        this.scheduler = scheduler;
        this.executed = executed;
    }

    static DbSchedulerRival start(Database database, int scheduled) throws Exception {
        try (Connection connection = DispatchBenchmark.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
            statement.execute(SCHEDULED.formatted(scheduled));
            statement.execute("analyze");
        }
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(THREADS + 4);
        var executed = new AtomicInteger();
        OneTimeTask<Void> nothing = Tasks.oneTime("nothing").execute((instance, context) -> executed.incrementAndGet());
        Scheduler scheduler = Scheduler.create(pool, nothing)
                .threads(THREADS)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofMillis(50))
                .build();
        scheduler.start();
        return new DbSchedulerRival(pool, scheduler, executed);
    }

    /** Until so many due tasks are executed and their rows are gone. */
    double perSecond(int due) throws Exception {
        executed.set(0);
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            long from = System.nanoTime();
            statement.executeUpdate(RELEASE.formatted(due));
            while (executed.get() < due || left(connection) > 0) {
                Thread.sleep(20);
            }
            double perSecond = due * 1e9 / (System.nanoTime() - from);
            if (executed.get() != due) {
                throw new IllegalStateException(due + " were due and " + executed.get() + " executed");
            }
            return perSecond;
        }
    }

    private static long left(Connection connection) throws Exception {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select count(*) from scheduled_tasks where execution_time <= now()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        scheduler.stop();
        pool.close();
    }
}
