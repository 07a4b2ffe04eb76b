package rapport.kit.sql;

import java.sql.SQLException;

/** Whose fault a failed statement is, and so whether trying again can help. */
public enum SqlBlame {
    /** The data: the same again fails again. Also everything that has nothing to do with SQL. */
    DATA,
    /** Other transactions: the same again, right away, will probably succeed. */
    CONFLICT,
    /** The database, the way to it, or the schema: the same again may succeed later. */
    DATABASE;

    /** Looks for the nearest {@link SQLException} in the chain of causes. */
    public static SqlBlame of(Throwable failure) {
        if (failure instanceof Error) {
            return DATABASE;
        }
        SQLException sql = find(failure);
        return sql == null ? DATA : ofState(sql.getSQLState());
    }

    /** The state of the nearest {@link SQLException} in the chain of causes, or null. */
    public static String state(Throwable failure) {
        SQLException sql = find(failure);
        return sql == null ? null : sql.getSQLState();
    }

    private static SqlBlame ofState(String state) {
        if (state == null || state.length() < 2) {
            return DATABASE;
        }
        return switch (state.substring(0, 2)) {
            case "21", "22", "23", "44", "54", "P0" -> DATA;
            case "40", "55" -> CONFLICT;
            default -> DATABASE;
        };
    }

    private static SQLException find(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
