package rapport.system.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import rapport.stack.parts.Database;

/**
 * Quartz with its JDBC job store, clustered, acquiring as many triggers at a time as it has threads, each trigger of the same
 * durable job, so that none is deleted with it.
 */
final class QuartzRival implements DispatchRival {
    private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    /** The shortest that is allowed. */
    private static final String IDLE_MILLIS = "1000";

    // Analysed in between, because the foreign key looks each trigger up by what the planner takes for the best index.
    private static final String COPIES = """
            insert into qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, description, next_fire_time,
                                       prev_fire_time, priority, trigger_state, trigger_type, start_time, end_time, calendar_name,
                                       misfire_instr, job_data)
            select sched_name, 'trigger-' || n, trigger_group, job_name, job_group, description, next_fire_time, prev_fire_time,
                   priority, trigger_state, trigger_type, start_time, end_time, calendar_name, misfire_instr, job_data
            from   qrtz_triggers
            cross  join generate_series(1, %1$d) n;
            analyze qrtz_triggers;
            insert into qrtz_simple_triggers (sched_name, trigger_name, trigger_group, repeat_count, repeat_interval, times_triggered)
            select sched_name, 'trigger-' || n, trigger_group, repeat_count, repeat_interval, times_triggered
            from   qrtz_simple_triggers
            cross  join generate_series(1, %1$d) n
            """;

    // Within the last second, not all at the same millisecond: its statements look triggers up by their time, too.
    private static final String RELEASE = """
            update qrtz_triggers
            set    next_fire_time = (extract(epoch from now()) * 1000)::bigint - (random() * 1000)::int,
                   start_time = (extract(epoch from now()) * 1000)::bigint - 1000
            where  ctid = any (array(
                   select ctid from qrtz_triggers
                   where  trigger_state = 'WAITING' and next_fire_time > extract(epoch from now() + interval '1 hour') * 1000
                   limit  %d))
            """;

    private static final String IS_LEFT = """
            select exists (
                   select from qrtz_triggers
                   where  sched_name = 'bench' and next_fire_time <= (extract(epoch from now()) * 1000)::bigint)
                or exists (select from qrtz_fired_triggers)
            """;

    private final Database database;
    private final Scheduler scheduler;
    private final Tally tally;

    /** What the stored job is called by. It is never made: the scheduler's job factory counts instead. */
    static final class Nothing implements Job {
        @Override
        public void execute(JobExecutionContext context) {}
    }

    private QuartzRival(Database database, Scheduler scheduler, Tally tally) {
        this.database = database;
        this.scheduler = scheduler;
        this.tally = tally;
    }

    static QuartzRival start(Database database) throws SQLException, IOException, SchedulerException {
        try (var connection = DispatchBenchmark.connect(database);
                var statement = connection.createStatement();
                var tables = Scheduler.class.getResourceAsStream(TABLES)) {
            statement.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8).replace("COMMIT;", ""));
        }
        var tally = new Tally();
        Scheduler scheduler = new StdSchedulerFactory(properties(database)).getScheduler();
        scheduler.setJobFactory((bundle, of) ->
                context -> tally.ran(context.getTrigger().getKey().getName()));
        scheduler.scheduleJob(
                JobBuilder.newJob(Nothing.class)
                        .withIdentity("nothing")
                        .storeDurably()
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity("trigger-0")
                        .startAt(Date.from(Instant.now().plus(Duration.ofDays(1))))
                        .build());
        return new QuartzRival(database, scheduler, tally);
    }

    private static Properties properties(Database database) {
        String threads = Integer.toString(RivalPool.THREADS);
        var properties = new Properties();
        properties.put("org.quartz.scheduler.instanceName", "bench");
        properties.put("org.quartz.scheduler.instanceId", "AUTO");
        properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.put("org.quartz.scheduler.idleWaitTime", IDLE_MILLIS);
        properties.put("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", threads);
        properties.put("org.quartz.scheduler.batchTriggerAcquisitionFireAheadTimeWindow", "1000");
        properties.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.put("org.quartz.threadPool.threadCount", threads);
        properties.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.put("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.put("org.quartz.jobStore.isClustered", "true");
        properties.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        properties.put("org.quartz.jobStore.dataSource", "bench");
        properties.put("org.quartz.dataSource.bench.provider", "hikaricp");
        properties.put("org.quartz.dataSource.bench.driver", "org.postgresql.Driver");
        properties.put("org.quartz.dataSource.bench.URL", database.jdbcUrl());
        properties.put("org.quartz.dataSource.bench.user", database.username());
        properties.put("org.quartz.dataSource.bench.password", database.password());
        properties.put("org.quartz.dataSource.bench.maxConnections", Integer.toString(RivalPool.CONNECTIONS));
        return properties;
    }

    @Override
    public TaskTable table() {
        return new TaskTable("quartz", database, COPIES, RELEASE, IS_LEFT);
    }

    @Override
    public void work() throws SchedulerException {
        scheduler.start();
    }

    @Override
    public long executed() {
        return tally.runs();
    }

    @Override
    public Executions rest() throws SchedulerException {
        scheduler.standby();
        return tally.take();
    }

    @Override
    public void close() throws SchedulerException {
        scheduler.shutdown(true);
    }
}
