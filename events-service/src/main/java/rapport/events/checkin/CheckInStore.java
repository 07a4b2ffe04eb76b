package rapport.events.checkin;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import rapport.kit.sql.SqlBlame;

/**
 * Stores any number of check-ins in one transaction of a few statements: lock the registrations, find what is known, write the
 * log, tell who was in which session. A row the database refuses is found by halves and answered alone.
 */
@ApplicationScoped
class CheckInStore {
    private static final Logger LOG = Logger.getLogger(CheckInStore.class);
    private static final int ATTEMPTS = 5;

    private final AgroalDataSource hot;
    private final CheckInTable table;
    private final SessionPresence presence;

    CheckInStore(@DataSource("hot") AgroalDataSource hot, CheckInTable table, SessionPresence presence) {
        this.hot = hot;
        this.table = table;
        this.presence = presence;
    }

    /** One answer per check-in, in the order given, after the commit that holds them. */
    List<CheckInAnswer> store(List<CheckIn> checkIns) {
        try {
            return attempts(checkIns);
        } catch (SQLException | RuntimeException failure) {
            if (SqlBlame.of(failure) != SqlBlame.DATA) {
                throw new CheckInsNotStored(failure);
            }
            return checkIns.size() == 1 ? notStorable(checkIns.getFirst(), failure) : halves(checkIns);
        }
    }

    private List<CheckInAnswer> halves(List<CheckIn> checkIns) {
        int half = checkIns.size() / 2;
        var answers = new ArrayList<>(store(checkIns.subList(0, half)));
        answers.addAll(store(checkIns.subList(half, checkIns.size())));
        return answers;
    }

    private static List<CheckInAnswer> notStorable(CheckIn checkIn, Exception failure) {
        LOG.errorf(failure, "check-in not storable, answered as rejected: scanId=%s", checkIn.scanId());
        return List.of(CheckInAnswer.refused(checkIn, Refusal.NOT_STORABLE));
    }

    /** Two uploads may bring the same unknown badge at the same time: whoever comes second looks again. */
    private List<CheckInAnswer> attempts(List<CheckIn> checkIns) throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<CheckInAnswer> answers = attempt(checkIns);
            if (!answers.isEmpty()) {
                return answers;
            }
        }
        throw new SQLException("others keep storing the same check-ins", "40001");
    }

    private List<CheckInAnswer> attempt(List<CheckIn> checkIns) throws SQLException {
        try (Connection connection = hot.getConnection()) {
            connection.setAutoCommit(false);
            try {
                table.lock(connection, checkIns);
                var decisions = Decisions.about(checkIns, table.find(connection, checkIns));
                if (!table.add(connection, decisions.toStore())) {
                    connection.rollback();
                    return List.of();
                }
                boolean told = presence.tell(connection, decisions.visits());
                connection.commit();
                if (told) {
                    presence.committed();
                }
                return decisions.answers();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    /** The database could not do it now; nothing is wrong with the check-ins. */
    static final class CheckInsNotStored extends IllegalStateException {
        CheckInsNotStored(Exception cause) {
            super("check-ins could not be stored", cause);
        }
    }
}
