package rapport.followup.questiondigest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import rapport.followup.sql.Transactions;
import rapport.kit.upkeep.Chore;

/** Sends digests when their time has come. */
@ApplicationScoped
class DigestSending implements Chore {

    private final Transactions transactions;
    private final Digests digests;
    private final Clock clock;

    DigestSending(Transactions transactions, Digests digests, Clock clock) {
        this.transactions = transactions;
        this.digests = digests;
        this.clock = clock;
    }

    @Override
    public int runOnce() {
        return transactions.run(connection -> digests.sendOne(connection, clock.instant()));
    }
}
