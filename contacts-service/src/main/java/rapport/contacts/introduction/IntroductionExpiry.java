package rapport.contacts.introduction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import rapport.kit.upkeep.Chore;

/** Ends introductions that were not accepted in time. Reads do not wait for it: for them the time decides. */
@ApplicationScoped
class IntroductionExpiry implements Chore {
    private static final String EXPIRE = """
            with due as materialized (
                select id
                from   introduction
                where  state = 'OPEN' and expires_at <= ?
                order  by expires_at
                limit  200
                for update skip locked
            )
            update introduction i
            set    state = 'EXPIRED', version = i.version + 1
            from   due
            where  i.id = due.id
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    IntroductionExpiry(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public int runOnce() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(EXPIRE)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }
}
