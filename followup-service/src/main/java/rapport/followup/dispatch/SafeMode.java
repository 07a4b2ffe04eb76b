package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import rapport.kit.id.Ids;
import rapport.kit.sql.Columns;
import rapport.kit.sql.Sql;

/**
 * Nothing is sent while the database may be older than what mail servers know. A claim is committed before its message is
 * submitted, so a journal line without its ledger row means that the database lost commits: it came from a backup.
 */
@ApplicationScoped
class SafeMode {

    private static final Logger LOG = Logger.getLogger(SafeMode.class);

    // A row that waits for another attempt lost its success, too.
    private static final String NOTICE = """
            insert into lost_delivery (delivery_id, follow_up_id, noticed_at)
            select sent.delivery_id, sent.follow_up_id, ?
            from   unnest(?::uuid[], ?::uuid[]) as sent (delivery_id, follow_up_id)
            where  not exists (
                   select from delivery where delivery.id = sent.delivery_id and delivery.state <> 'RETRY')
            order  by sent.delivery_id
            on conflict do nothing
            """;

    private static final String ENTER = """
            insert into safe_mode (id, entered_at, lost) values (?, ?, ?)
            on conflict ((true)) where acknowledged_at is null do update set lost = safe_mode.lost + excluded.lost
            """;

    private static final String LATEST = """
            select entered_at, lost, acknowledged_at from safe_mode order by entered_at desc, id desc limit 1
            """;

    private static final String ACKNOWLEDGE = """
            update safe_mode set acknowledged_at = ?, acknowledged_by = ? where acknowledged_at is null
            """;

    private final DataSource dataSource;

    SafeMode(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Compares the journal with the ledger, in the caller's transaction, before anything is corrected. */
    void compare(Connection connection, Collection<SendJournal.Entry> entries, Instant now) throws SQLException {
        List<SendJournal.Entry> sent = new ArrayList<>(entries);
        int lost;
        try (var notice = connection.prepareStatement(NOTICE)) {
            notice.setObject(1, Sql.time(now));
            new Columns<>(connection, notice, sent, 1)
                    .with("uuid", SendJournal.Entry::deliveryId)
                    .with("uuid", SendJournal.Entry::followUpId);
            lost = notice.executeUpdate();
        }
        if (lost == 0) {
            return;
        }
        try (var enter = connection.prepareStatement(ENTER)) {
            enter.setObject(1, Ids.next());
            enter.setObject(2, Sql.time(now));
            enter.setInt(3, lost);
            enter.executeUpdate();
        }
        LOG.errorf(
                "the database is older than the journal, nothing is sent until an operator acknowledges it: lost=%d",
                lost);
    }

    /** The last time; empty when there was never any. */
    Optional<SafeModeView> latest() {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(LATEST);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new SafeModeView(
                            Sql.instant(row, "acknowledged_at") == null,
                            Sql.instant(row, "entered_at"),
                            row.getInt("lost"),
                            Sql.instant(row, "acknowledged_at")))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new DispatchFailed("reading the safe mode", e);
        }
    }

    /** Acknowledging twice is acknowledging once. */
    void acknowledge(String operator, Instant now) {
        try (Connection connection = dataSource.getConnection();
                var update = connection.prepareStatement(ACKNOWLEDGE)) {
            update.setObject(1, Sql.time(now));
            update.setString(2, operator);
            if (update.executeUpdate() > 0) {
                LOG.warn("safe mode was acknowledged, sending goes on");
            }
        } catch (SQLException e) {
            throw new DispatchFailed("acknowledging the safe mode", e);
        }
    }
}
