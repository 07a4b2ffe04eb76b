package rapport.events.sql;

import java.sql.SQLException;

/** A statement failed for a reason that is not the caller's, unless whoever sent it knows better. */
public final class SqlFailed extends RuntimeException {
    private static final String FOREIGN_KEY = "23503";

    private final String state;

    SqlFailed(SQLException cause) {
        super(cause);
        this.state = cause.getSQLState();
    }

    /** Whether something else still refers to the row. */
    public boolean isReferred() {
        return FOREIGN_KEY.equals(state);
    }
}
