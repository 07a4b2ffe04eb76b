package rapport.followup.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.correspondence.Correspondences;
import rapport.followup.sql.Transactions;
import rapport.kit.sql.Sql;
import rapport.kit.upkeep.Chore;

/** Does what mail says that came before its message was recorded as sent: some people, and all programs, answer in a second. */
@ApplicationScoped
class LateEffects implements Chore {

    private static final int AT_ONCE = 100;

    private static final String UNSETTLED = """
            select   m.id, m.kind, m.delivery_id, m.until
            from     received_mail m
            join     delivery d on d.id = m.delivery_id
            where    not m.settled and d.state <> 'SENDING'
            order by m.received_at
            limit    ?
            for update of m skip locked
            """;

    private static final String SETTLED = """
            update received_mail set outcome = 'APPLIED', settled = true where id = ?
            """;

    private record Unsettled(UUID id, UUID deliveryId, ReceivedMail mail) {}

    private final Transactions transactions;
    private final Correspondences correspondences;
    private final Effects effects;
    private final Clock clock;

    LateEffects(Transactions transactions, Correspondences correspondences, Effects effects, Clock clock) {
        this.transactions = transactions;
        this.correspondences = correspondences;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public int runOnce() {
        return transactions.run(connection -> {
            int settled = 0;
            var waiting = Sql.query(
                    connection,
                    UNSETTLED,
                    row -> new Unsettled(
                            row.getObject("id", UUID.class),
                            row.getObject("delivery_id", UUID.class),
                            new ReceivedMail(
                                    ReceivedMail.Kind.valueOf(row.getString("kind")), Sql.instant(row, "until"))),
                    AT_ONCE);
            for (Unsettled each : waiting) {
                settled += settle(connection, each, clock.instant());
            }
            return settled;
        });
    }

    private int settle(Connection connection, Unsettled waiting, Instant now) throws SQLException {
        Optional<Correspondence> about = correspondences.of(connection, waiting.deliveryId());
        boolean done = about.isEmpty() || effects.apply(connection, waiting.mail(), about.get(), waiting.id(), now);
        return done ? Sql.update(connection, SETTLED, waiting.id()) : 0;
    }
}
