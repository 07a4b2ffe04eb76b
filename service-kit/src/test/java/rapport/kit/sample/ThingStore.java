package rapport.kit.sample;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import rapport.kit.id.Ids;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

@ApplicationScoped
class ThingStore {
    /** Set by a test that wants to see a request running. */
    static volatile CountDownLatch entered;

    static volatile CountDownLatch release;

    private final AgroalDataSource database;

    ThingStore(AgroalDataSource database) {
        this.database = database;
    }

    void prepare(@Observes StartupEvent started) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists thing (id uuid primary key, title text not null)");
        }
    }

    @Transactional
    public UUID insert(String title) throws SQLException {
        UUID id = Ids.next();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("insert into thing (id, title) values (?, ?)")) {
            statement.setObject(1, id);
            statement.setString(2, title);
            statement.executeUpdate();
        }
        if (title.equals("slow")) {
            entered.countDown();
            await(release);
        }
        if (title.equals("refused")) {
            throw new Refusal();
        }
        if (title.equals("broken")) {
            throw new IllegalStateException("broken on purpose");
        }
        return id;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Refusal extends DomainException {
        Refusal() {
            super(ProblemKind.UNPROCESSABLE, "refused", "Refused on purpose.");
        }
    }
}
