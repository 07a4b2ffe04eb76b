package rapport.contacts.scan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactTransaction;
import rapport.kit.sql.SqlBlame;

/**
 * Stores any number of scans in one transaction of four statements: lock the owners, find what is known, write contacts with
 * notes and messages, write scans. A row the database refuses is found by halves and answered alone.
 */
@ApplicationScoped
class ScanStore {
    private static final Logger LOG = Logger.getLogger(ScanStore.class);

    private final ContactTransaction transaction;
    private final ScanTable scanTable;
    private final ContactTable contactTable;

    ScanStore(ContactTransaction transaction, ScanTable scanTable, ContactTable contactTable) {
        this.transaction = transaction;
        this.scanTable = scanTable;
        this.contactTable = contactTable;
    }

    /** One answer per scan, in the order given, after the commit that holds them. */
    List<ScanAnswer> store(List<Scan> scans) {
        try {
            return transaction.commit(connection -> write(connection, scans));
        } catch (SQLException | RuntimeException failure) {
            if (SqlBlame.of(failure) != SqlBlame.DATA) {
                throw new ScansNotStored(failure);
            }
            return scans.size() == 1 ? notStorable(scans.getFirst(), failure) : halves(scans);
        }
    }

    private List<ScanAnswer> halves(List<Scan> scans) {
        int half = scans.size() / 2;
        var answers = new ArrayList<>(store(scans.subList(0, half)));
        answers.addAll(store(scans.subList(half, scans.size())));
        return answers;
    }

    private static List<ScanAnswer> notStorable(Scan scan, Exception failure) {
        LOG.errorf(failure, "scan not storable, answered as rejected: scanId=%s", scan.id());
        return List.of(ScanAnswer.refused(scan, Refusal.NOT_STORABLE));
    }

    private List<ScanAnswer> write(Connection connection, List<Scan> scans) throws SQLException {
        var owners = new TreeSet<String>();
        scans.forEach(scan -> owners.add(scan.owner()));
        contactTable.lockOwners(connection, owners);
        var decisions = Decisions.about(scans, scanTable.find(connection, scans));
        contactTable.write(connection, decisions.contacts(), decisions.notes());
        scanTable.add(connection, decisions.scans());
        return decisions.answers();
    }

    /** The database could not do it now; nothing is wrong with the scans. */
    static final class ScansNotStored extends IllegalStateException {
        ScansNotStored(Exception cause) {
            super("scans could not be stored", cause);
        }
    }
}
