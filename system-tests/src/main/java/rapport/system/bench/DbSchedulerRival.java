package rapport.system.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import rapport.stack.parts.Database;

/**
 * db-scheduler as its documentation tunes it for throughput on Postgres: lock-and-fetch, many threads, four times their number of
 * executions held in the queue, a connection for each thread that completes.
 */
final class DbSchedulerRival implements DispatchRival {
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

    private static final String COPIES = """
            insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority, state)
            select task_name, 'task-' || n, task_data, execution_time, picked, version, priority, state
            from   scheduled_tasks
            cross  join generate_series(1, %d) n
            """;

    private static final String RELEASE = """
            update scheduled_tasks set execution_time = now()
            where  ctid = any (array(
                   select ctid from scheduled_tasks where execution_time > now() + interval '1 hour' limit %d))
            """;

    private static final String IS_LEFT = "select exists (select from scheduled_tasks where execution_time <= now())";

    private final Database database;
    private final HikariDataSource pool;
    private final Scheduler scheduler;
    private final Tally tally;

    private DbSchedulerRival(Database database, HikariDataSource pool, Scheduler scheduler, Tally tally) {
        this.database = database;
        this.pool = pool;
        this.scheduler = scheduler;
        this.tally = tally;
    }

    static DbSchedulerRival start(Database database) throws SQLException {
        HikariDataSource pool = RivalPool.open(database);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
        var tally = new Tally();
        OneTimeTask<Void> nothing =
                Tasks.oneTime("nothing").execute((instance, context) -> tally.ran(instance.getId()));
        Scheduler scheduler = Scheduler.create(pool, nothing)
                .threads(RivalPool.THREADS)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofMillis(50))
                .build();
        scheduler.schedule(nothing.instance("task-0"), Instant.now().plus(Duration.ofDays(1)));
        scheduler.start();
        scheduler.pause();
        return new DbSchedulerRival(database, pool, scheduler, tally);
    }

    @Override
    public TaskTable table() {
        return new TaskTable("dbscheduler", database, COPIES, RELEASE, IS_LEFT);
    }

    @Override
    public void work() {
        scheduler.resume();
    }

    @Override
    public long executed() {
        return tally.runs();
    }

    @Override
    public Executions rest() {
        scheduler.pause();
        return tally.take();
    }

    @Override
    public void close() {
        scheduler.stop();
        pool.close();
    }
}
