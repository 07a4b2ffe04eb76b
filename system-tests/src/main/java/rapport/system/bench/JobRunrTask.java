package rapport.system.bench;

import org.jobrunr.jobs.context.JobContext;

/** What JobRunr calls when a job is due. Public, because it calls by reflection. */
public final class JobRunrTask {
    private final Tally tally;

    JobRunrTask(Tally tally) {
        this.tally = tally;
    }

    public void run(JobContext context) {
        tally.ran(context.getJobId().toString());
    }
}
