package rapport.followup.contactmerge;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import rapport.followup.followup.FollowUpFacts;
import rapport.followup.followup.NextInLine;

/**
 * Lets follow-ups go with their contacts when those are merged or taken apart, in the transaction in which that becomes
 * known: no dispatcher can come between.
 */
@ApplicationScoped
public class MergedContacts {

    private final SequenceTable sequences;
    private final FollowUpFacts facts;
    private final Clock clock;

    MergedContacts(SequenceTable sequences, FollowUpFacts facts, Clock clock) {
        this.sequences = sequences;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Before the contacts change: keeps dispatchers and owners off the follow-ups that may move.
     *
     * @param merged those that are told to be merged into others
     * @return what is passed to {@link #follow}; empty when nothing was merged and nothing is
     */
    public Set<UUID> lock(Connection connection, Collection<UUID> contacts, Collection<UUID> merged)
            throws SQLException {
        Set<UUID> concerned = new TreeSet<>(sequences.aliasesAmong(connection, contacts));
        concerned.addAll(merged);
        if (!concerned.isEmpty()) {
            sequences.lock(connection, sequences.family(connection, concerned));
        }
        return concerned;
    }

    /** After they changed. Doing it again changes nothing. */
    public void follow(Connection connection, Set<UUID> concerned) throws SQLException {
        if (concerned.isEmpty()) {
            return;
        }
        Set<UUID> family = sequences.family(connection, concerned);
        Set<UUID> changed = new HashSet<>(sequences.move(connection, family));
        List<Sequence> running = sequences.rivals(connection, family);
        Rivalry.Outcome outcome = Rivalry.of(running);
        sequences.restore(connection, outcome.restore());
        changed.addAll(outcome.restore());
        Set<UUID> stopped = sequences.stop(connection, outcome.stop());
        changed.addAll(stopped);
        // The places they held in front of their recipients are free.
        NextInLine.wake(connection, sequences.recipients(connection, stopped), null, clock.instant());
        facts.append(connection, changed);
    }
}
