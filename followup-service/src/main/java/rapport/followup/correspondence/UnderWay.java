package rapport.followup.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import rapport.followup.sql.Transactions;
import rapport.kit.sql.Sql;

/**
 * Waits for messages that were claimed before a change. They may still be on their way to the mail server, and nobody who was told
 * that no more will come should get one afterwards.
 */
@ApplicationScoped
public class UnderWay {

    private static final Duration STEP = Duration.ofMillis(50);
    private static final int STEPS = 100;

    private static final String COUNT = """
            select count(*) from delivery where recipient = ? and state = 'SENDING'
            """;

    private final Transactions transactions;

    UnderWay(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Returns when nothing is under way to this recipient, after five seconds at the latest: a dead claim takes minutes. */
    public void awaitEnd(UUID recipient) {
        for (int i = 0; i < STEPS && any(recipient); i++) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean any(UUID recipient) {
        return transactions.run(connection ->
                Sql.first(connection, COUNT, row -> row.getLong(1), recipient).orElseThrow() > 0);
    }
}
