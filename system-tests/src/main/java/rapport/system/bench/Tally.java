package rapport.system.bench;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a rival executes. Any number of threads may report. */
final class Tally {
    private final LongAdder runs = new LongAdder();
    private final Set<String> tasks = ConcurrentHashMap.newKeySet();

    void ran(String task) {
        runs.increment();
        tasks.add(task);
    }

    long runs() {
        return runs.sum();
    }

    /** What ran since the last call. */
    DispatchRival.Executions take() {
        var taken = new DispatchRival.Executions(runs.sumThenReset(), tasks.size());
        tasks.clear();
        return taken;
    }
}
