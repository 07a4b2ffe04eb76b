package rapport.followup.dispatch;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Forgets journals that are older than any backup that is still restored. The ledger in the database is for ever: no step is
 * delivered to a person twice, whatever the journals have forgotten, and budgets are counted there.
 */
final class JournalRetention {

    private static final Logger LOG = Logger.getLogger(JournalRetention.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final SendJournal journal;
    private final Duration kept;
    private Instant next = Instant.MIN;

    JournalRetention(SendJournal journal, Duration kept) {
        this.journal = journal;
        this.kept = kept;
    }

    /** Looks once an hour. A disk that refuses keeps nothing from being sent. */
    void runOnce(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        try {
            int forgotten = journal.forget(now.minus(kept));
            if (forgotten > 0) {
                LOG.infof("old journals forgotten: files=%d kept=%s", forgotten, kept);
            }
        } catch (UncheckedIOException e) {
            LOG.warnf("old journals stay, tried again in %s: reason=%s", EVERY, e.getMessage());
        }
    }
}
