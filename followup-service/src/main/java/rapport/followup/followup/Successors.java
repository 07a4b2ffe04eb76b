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
 * Plans the next step of what was sent. Whose turn it is stands in a table that is written with the state SENT; a turn is
 * taken and the step planned in one transaction, so each step begins once.
 */
@ApplicationScoped
class Successors implements Chore {

    private static final int BATCH = 100;

    private static final String TAKE = """
            delete from turn
            where  follow_up_id in (
                   select follow_up_id
                   from   turn
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

    Successors(
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
            // A reply may have come first, or the step may be gone: then there is nothing to go on with.
            List<FollowUp> sent = followUps.lockAll(taken).stream()
                    .filter(followUp -> followUp.progress().state() == FollowUpState.SENT
                            && followUp.next().isPresent())
                    .toList();
            List<Circumstances> circumstances =
                    reader.read(connection, sent.stream().map(FollowUp::asked).toList());
            Instant now = clock.instant();
            for (int i = 0; i < sent.size(); i++) {
                desk.goOn(sent.get(i), circumstances.get(i), now);
                store.publish(sent.get(i));
            }
            return taken.size();
        }
    }
}
