package rapport.events.export;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.postgresql.core.Utils;

/** Values inside of the text of a statement: COPY takes no parameters. The driver quotes them. */
public final class Literal {
    private Literal() {}

    public static String of(String text) {
        try {
            return Utils.escapeLiteral(new StringBuilder("'"), text, true)
                    .append('\'')
                    .toString();
        } catch (SQLException e) {
            throw new IllegalArgumentException("no text of this kind gets past the reading of requests", e);
        }
    }

    public static String of(UUID id) {
        return "'" + id + "'::uuid";
    }

    public static String of(LocalDate day) {
        return "'" + day + "'::date";
    }
}
