package rapport.system.bench;

/** Whoever takes part in a round of dispatching. */
interface DispatchSide extends AutoCloseable {

    String key();

    /** So many become due in one commit, and the clock runs until all are done, each exactly once; otherwise it throws. */
    Dispatched dispatch(int due) throws Exception;

    /** @param spent by whoever did it, and by Postgres */
    record Dispatched(int due, double seconds, Counters spent) {
        double perSecond() {
            return due / seconds;
        }
    }
}
