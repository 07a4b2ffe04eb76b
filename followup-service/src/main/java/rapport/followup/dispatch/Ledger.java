package rapport.followup.dispatch;

import java.util.List;
import rapport.followup.crash.CrashPoint;
import rapport.followup.crash.CrashPoints;
import rapport.followup.dispatch.Completion.Outcome;

/** Records how claims ended: what was sent first in the journal, on the disk, then everything in the database. */
final class Ledger {

    private final SendJournal journal;
    private final Completions completions;
    private final DispatchMetrics metrics;
    private final CrashPoints crash;

    Ledger(SendJournal journal, Completions completions, DispatchMetrics metrics, CrashPoints crash) {
        this.journal = journal;
        this.completions = completions;
        this.metrics = metrics;
        this.crash = crash;
    }

    /** Claims are committed; nothing happened to them yet. */
    void begun(List<Claimed> claimed) {
        if (!claimed.isEmpty()) {
            crash.pass(CrashPoint.AFTER_CLAIM_COMMIT);
        }
    }

    /** @return for each whether it counted; false: the claim was lost to somebody else */
    List<Boolean> write(List<Completion> done) {
        crash.pass(CrashPoint.AFTER_ANSWER);
        journal.append(
                done.stream().filter(each -> each.outcome() == Outcome.SENT).toList());
        crash.pass(CrashPoint.AFTER_JOURNAL);
        List<Boolean> counted = completions.write(done);
        for (int at = 0; at < done.size(); at++) {
            metrics.ended(done.get(at), counted.get(at));
        }
        return counted;
    }
}
