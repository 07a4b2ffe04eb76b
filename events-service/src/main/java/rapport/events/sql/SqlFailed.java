package rapport.events.sql;

import java.sql.SQLException;

/** A statement failed for a reason that is not the caller's. */
final class SqlFailed extends RuntimeException {
    SqlFailed(SQLException cause) {
        super(cause);
    }
}
