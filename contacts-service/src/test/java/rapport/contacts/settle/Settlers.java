package rapport.contacts.settle;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import rapport.contacts.contact.Belongings;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactTransaction;
import rapport.kit.outbox.OutboxSignal;

/** Opens the settling to tests of other packages, step by step and without its thread. */
public final class Settlers {
    private Settlers() {}

    /** One that was never started. */
    public static Settlement idle() {
        return new Settlement(null, null, Duration.ofHours(1));
    }

    public static void settlePending(AgroalDataSource database) throws SQLException {
        var settler =
                new PendingSettler(transaction(database), new ContactTable(), new Belongings(List.of(), List.of()));
        int settled;
        do {
            settled = settler.runOnce();
        } while (settled > 0);
    }

    public static int settleSharing(AgroalDataSource database) throws SQLException {
        return new SharingSettler(transaction(database), new ContactTable()).runOnce();
    }

    private static ContactTransaction transaction(AgroalDataSource database) {
        return new ContactTransaction(database, new OutboxSignal());
    }
}
