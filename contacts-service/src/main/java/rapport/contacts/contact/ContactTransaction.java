package rapport.contacts.contact;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import rapport.kit.outbox.OutboxSignal;

/**
 * The transaction of whoever writes contacts by {@link ContactTable}: plain JDBC on the pool of the scans, all or nothing, and the
 * relay is told to look once it is committed.
 */
@ApplicationScoped
public class ContactTransaction {
    private final AgroalDataSource hot;
    private final OutboxSignal outbox;

    public ContactTransaction(@DataSource("hot") AgroalDataSource hot, OutboxSignal outbox) {
        this.hot = hot;
        this.outbox = outbox;
    }

    /** What is done in one transaction. It does not commit. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** What the work returns, after its commit. */
    public <T> T commit(Work<T> work) throws SQLException {
        try (Connection connection = hot.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                outbox.wake();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }
}
