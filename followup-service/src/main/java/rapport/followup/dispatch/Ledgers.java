package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import rapport.followup.crash.CrashPoints;

/** Opens the ledger that belongs to a process's journal. */
@ApplicationScoped
class Ledgers {

    private final Completions completions;
    private final DispatchMetrics metrics;
    private final CrashPoints crash;

    Ledgers(Completions completions, DispatchMetrics metrics, CrashPoints crash) {
        this.completions = completions;
        this.metrics = metrics;
        this.crash = crash;
    }

    Ledger of(SendJournal journal) {
        return new Ledger(journal, completions, metrics, crash);
    }
}
