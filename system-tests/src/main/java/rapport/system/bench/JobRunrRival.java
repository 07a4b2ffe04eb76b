package rapport.system.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.configuration.JobRunrConfiguration.JobRunrConfigurationResult;
import org.jobrunr.jobs.context.JobContext;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import rapport.stack.parts.Database;

/**
 * The free edition of JobRunr on Postgres. It looks for what has become due every five seconds, less is refused; it gets
 * as many workers as the others get threads, and puts several thousand due jobs into its queue at a time.
 */
final class JobRunrRival implements DispatchRival {
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(5);
    private static final int PAGE = 5_000;

    /** The job's document has its id, too. */
    private static final String COPIES = """
            insert into jobrunr_jobs (id, version, jobAsJson, jobSignature, state, createdAt, updatedAt, scheduledAt, recurringJobId)
            select copy.id, version, replace(jobAsJson, trim(jobrunr_jobs.id), copy.id), jobSignature, state, createdAt, updatedAt,
                   scheduledAt, recurringJobId
            from   jobrunr_jobs
            cross  join (select uuidv7()::text as id from generate_series(1, %d)) copy
            """;

    // Due long ago: in whatever zone the library writes times.
    private static final String RELEASE = """
            update jobrunr_jobs set scheduledAt = createdAt - interval '3 days'
            where  ctid = any (array(
                   select ctid from jobrunr_jobs where state = 'SCHEDULED' and scheduledAt > createdAt limit %d))
            """;

    private static final String IS_LEFT = """
            select exists (select from jobrunr_jobs where state in ('ENQUEUED', 'PROCESSING'))
                or exists (select from jobrunr_jobs where scheduledAt <= localtimestamp - interval '2 days')
            """;

    private final Database database;
    private final HikariDataSource pool;
    private final StorageProvider storage;
    private final BackgroundJobServer server;
    private final Tally tally;

    private JobRunrRival(
            Database database,
            HikariDataSource pool,
            StorageProvider storage,
            BackgroundJobServer server,
            Tally tally) {
        this.database = database;
        this.pool = pool;
        this.storage = storage;
        this.server = server;
        this.tally = tally;
    }

    static JobRunrRival start(Database database) {
        HikariDataSource pool = RivalPool.open(database);
        var tally = new Tally();
        var storage = new PostgresStorageProvider(pool);
        var mapper = new JacksonJsonMapper();
        JobActivator activator = new JobActivator() {
            @Override
            public <T> T activateJob(Class<T> type) {
                return type.cast(new JobRunrTask(tally));
            }
        };
        JobRunrConfigurationResult scheduling = JobRunr.configure()
                .useJsonMapper(mapper)
                .useStorageProvider(storage)
                .initialize();
        scheduling
                .getJobScheduler()
                .<JobRunrTask>schedule(Instant.now().plus(Duration.ofDays(1)), task -> task.run(JobContext.Null));
        var server = new BackgroundJobServer(
                storage,
                mapper,
                activator,
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(SHORTEST_POLL)
                        .andScheduledJobsRequestSize(PAGE)
                        .andWorkerCount(RivalPool.THREADS));
        server.start();
        server.pauseProcessing();
        return new JobRunrRival(database, pool, storage, server, tally);
    }

    @Override
    public TaskTable table() {
        return new TaskTable("jobrunr", database, COPIES, RELEASE, IS_LEFT);
    }

    @Override
    public void work() {
        server.resumeProcessing();
    }

    @Override
    public long executed() {
        return tally.runs();
    }

    @Override
    public Executions rest() {
        server.pauseProcessing();
        return tally.take();
    }

    @Override
    public void close() {
        server.stop();
        storage.close();
        pool.close();
    }
}
