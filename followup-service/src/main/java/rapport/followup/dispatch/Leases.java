package rapport.followup.dispatch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import rapport.kit.sql.Columns;
import rapport.kit.sql.Sql;

/** Keeps claims alive while their deliveries are under way. */
@ApplicationScoped
class Leases {

    private static final String RENEW = """
            update progress
            set    lease_until = ?
            from   unnest(?::uuid[], ?::bigint[]) as held (id, fence)
            where  progress.follow_up_id = held.id and progress.fence = held.fence and progress.state = 'SENDING'
            """;

    private final AgroalDataSource dataSource;

    Leases(@DataSource("hot") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void renew(Collection<Claimed> underWay, Instant until) {
        List<Claimed> held = List.copyOf(underWay);
        if (held.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                var update = connection.prepareStatement(RENEW)) {
            update.setObject(1, Sql.time(until));
            new Columns<>(connection, update, held, 1)
                    .with("uuid", Claimed::followUpId)
                    .with("bigint", Claimed::fence);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DispatchFailed("renewal", e);
        }
    }
}
