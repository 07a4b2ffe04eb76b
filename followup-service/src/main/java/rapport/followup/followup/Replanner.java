package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.circumstances.CircumstancesReader;
import rapport.kit.upkeep.Chore;

/**
 * Plans anew what waits for an occasion that has changed, or stops it. What is to be looked at stands in a table that the feeds
 * write; looking at it once more than needed changes nothing.
 */
@ApplicationScoped
class Replanner implements Chore {

    private static final int BATCH = 200;

    private static final String TAKE = """
            delete from replan
            where  follow_up_id in (
                   select follow_up_id
                   from   replan
                   order  by follow_up_id
                   limit  ?
                   for update skip locked)
            returning follow_up_id
            """;

    private final DataSource dataSource;
    private final FollowUpRepository followUps;
    private final CircumstancesReader reader;
    private final FollowUpDesk desk;
    private final FollowUpStore store;
    private final Clock clock;

    Replanner(
            DataSource dataSource,
            FollowUpRepository followUps,
            CircumstancesReader reader,
            FollowUpDesk desk,
            FollowUpStore store,
            Clock clock) {
        this.dataSource = dataSource;
        this.followUps = followUps;
        this.reader = reader;
        this.desk = desk;
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int runOnce() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<UUID> taken = Turns.take(connection, TAKE, BATCH);
            if (taken.isEmpty()) {
                return 0;
            }
            List<FollowUp> waiting = followUps.lockAll(taken).stream()
                    .filter(followUp -> followUp.progress().state().isEditable())
                    .toList();
            List<Circumstances> circumstances = reader.read(
                    connection, waiting.stream().map(FollowUp::asked).toList());
            Instant now = clock.instant();
            for (int i = 0; i < waiting.size(); i++) {
                store.leaveLine(waiting.get(i), now);
                if (desk.replan(waiting.get(i), circumstances.get(i), now)) {
                    store.publish(waiting.get(i));
                }
            }
            return taken.size();
        }
    }
}
