package rapport.system.bench;

import java.io.IOException;
import rapport.stack.parts.Database;

/** graphile-worker or pg-boss; how each is tuned stands in its program in system-tests/rivals. */
final class NodeRival implements DispatchRival {
    // What was released is remembered, because no index finds the tasks that are being executed among a million.
    private static final String GRAPHILE_COPIES = """
            create temporary table released (id bigint);
            insert into graphile_worker._private_jobs (task_id, payload, priority, max_attempts, run_at)
            select task_id, payload, priority, max_attempts, run_at
            from   graphile_worker._private_jobs
            cross  join generate_series(1, %d)
            """;

    private static final String GRAPHILE_RELEASE = """
            with earlier as (
                delete from released),
            due as (
                update graphile_worker._private_jobs set run_at = now()
                where  ctid = any (array(
                       select ctid from graphile_worker._private_jobs where run_at > now() + interval '1 hour' limit %d))
                returning id)
            insert into released (id)
            select id from due
            """;

    private static final String GRAPHILE_IS_LEFT = """
            select exists (select from graphile_worker._private_jobs where is_available and run_at <= now())
                or exists (
                   select from released
                   cross  join lateral (
                          select from graphile_worker._private_jobs where _private_jobs.id = released.id limit 1) j)
            """;

    private static final String BOSS_COPIES = """
            create temporary table released (id uuid);
            insert into pgboss.job (name, priority, data, retry_limit, retry_delay, retry_backoff, start_after, expire_in,
                                    created_on, keep_until, policy)
            select name, priority, data, retry_limit, retry_delay, retry_backoff, start_after, expire_in, created_on, keep_until, policy
            from   pgboss.job
            cross  join generate_series(1, %d)
            where  name = 'nothing'
            """;

    private static final String BOSS_RELEASE = """
            with earlier as (
                delete from released),
            due as (
                update pgboss.job set start_after = now()
                where  name = 'nothing'
                and    id = any (array(
                       select id from pgboss.job where name = 'nothing' and start_after > now() + interval '1 hour' limit %d))
                returning id)
            insert into released (id)
            select id from due
            """;

    private static final String BOSS_IS_LEFT = """
            select exists (select from pgboss.job where name = 'nothing' and state < 'active' and start_after <= now())
                or exists (
                   select from released
                   cross  join lateral (
                          select from pgboss.job
                          where  job.name = 'nothing' and job.id = released.id and job.state < 'completed'
                          limit  1) j)
            """;

    private final TaskTable table;
    private final NodeProgram program;

    private NodeRival(TaskTable table, NodeProgram program) {
        this.table = table;
        this.program = program;
    }

    static NodeRival graphileWorker(NodePrograms programs, Database database) throws IOException {
        return new NodeRival(
                new TaskTable("graphile", database, GRAPHILE_COPIES, GRAPHILE_RELEASE, GRAPHILE_IS_LEFT),
                programs.start("graphile-worker.mjs", database));
    }

    static NodeRival pgBoss(NodePrograms programs, Database database) throws IOException {
        return new NodeRival(
                new TaskTable("pgboss", database, BOSS_COPIES, BOSS_RELEASE, BOSS_IS_LEFT),
                programs.start("pg-boss.mjs", database));
    }

    @Override
    public TaskTable table() {
        return table;
    }

    @Override
    public void work() throws IOException {
        program.work();
    }

    @Override
    public long executed() throws IOException {
        return program.executed();
    }

    @Override
    public Executions rest() throws IOException {
        return program.rest();
    }

    @Override
    public long pid() {
        return program.pid();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        program.close();
    }
}
