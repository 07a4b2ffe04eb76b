package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.followup.decision.Verdict;
import rapport.followup.dispatch.DeliveryPage.DeliveryView;
import rapport.followup.dispatch.WhyView.DecisionView;
import rapport.followup.dispatch.WhyView.GateView;
import rapport.kit.sql.Sql;

/** Reads the recorded decisions and deliveries of one owner's follow-up. */
@ApplicationScoped
class Records {

    private static final int LATEST = 50;

    private static final String PROGRESS = """
            select state, reason, send_at, estimate_at from progress where follow_up_id = ? and owner = ?
            """;

    private static final String DECISIONS = """
            select   decided_at, verdict, reason, gates, next_check_at, estimate_at
            from     gate_decision
            where    follow_up_id = ?
            order by id desc
            limit    ?
            """;

    private static final String DELIVERIES = """
            select   id, message_id, state, attempts, claimed_at, finished_at, reply_code, detail
            from     delivery
            where    follow_up_id = ?
            order by claimed_at, id
            """;

    private final DataSource dataSource;

    Records(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<WhyView> why(String owner, UUID followUpId) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PROGRESS)) {
            statement.setObject(1, followUpId);
            statement.setString(2, owner);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new WhyView(
                        row.getString("state"),
                        row.getString("reason"),
                        Sql.instant(row, "send_at"),
                        Sql.instant(row, "estimate_at"),
                        decisions(connection, followUpId)));
            }
        } catch (SQLException e) {
            throw new DispatchFailed("reading decisions", e);
        }
    }

    Optional<List<DeliveryView>> deliveries(String owner, UUID followUpId) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PROGRESS)) {
            statement.setObject(1, followUpId);
            statement.setString(2, owner);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(deliveries(connection, followUpId)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DispatchFailed("reading deliveries", e);
        }
    }

    private static List<DecisionView> decisions(Connection connection, UUID followUpId) throws SQLException {
        List<DecisionView> decisions = new ArrayList<>();
        try (var statement = connection.prepareStatement(DECISIONS)) {
            statement.setObject(1, followUpId);
            statement.setInt(2, LATEST);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    decisions.add(new DecisionView(
                            Sql.instant(row, "decided_at"),
                            Verdict.valueOf(row.getString("verdict")),
                            row.getString("reason"),
                            Sql.instant(row, "next_check_at"),
                            Sql.instant(row, "estimate_at"),
                            WhyResource.gates(row.getString("gates")).stream()
                                    .map(GateView::of)
                                    .toList()));
                }
            }
        }
        return decisions;
    }

    private static List<DeliveryView> deliveries(Connection connection, UUID followUpId) throws SQLException {
        List<DeliveryView> deliveries = new ArrayList<>();
        try (var statement = connection.prepareStatement(DELIVERIES)) {
            statement.setObject(1, followUpId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    deliveries.add(new DeliveryView(
                            row.getObject("id", UUID.class),
                            row.getString("message_id"),
                            row.getString("state"),
                            row.getInt("attempts"),
                            Sql.instant(row, "claimed_at"),
                            Sql.instant(row, "finished_at"),
                            row.getObject("reply_code", Integer.class),
                            row.getString("detail")));
                }
            }
        }
        return deliveries;
    }
}
