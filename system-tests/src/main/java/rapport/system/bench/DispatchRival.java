package rapport.system.bench;

import java.io.IOException;

/**
 * One of those that dispatching is measured against: its tasks do nothing but to be counted. It looks for due ones between
 * {@link #work()} and {@link #rest()} only: whose turn it is not costs nothing.
 */
interface DispatchRival extends AutoCloseable {

    TaskTable table();

    void work() throws Exception;

    /** How many runs since {@link #work()}. */
    long executed() throws IOException;

    /** Called when nothing is left. What was executed since {@link #work()}. */
    Executions rest() throws Exception;

    /** The process that spends the rival's CPU time. */
    default long pid() {
        return ProcessHandle.current().pid();
    }

    /** @param tasks how many different ones; fewer than runs when some were executed twice */
    record Executions(long runs, long tasks) {}
}
