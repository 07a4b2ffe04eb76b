package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.contacts.erased.ErasedIdentities;
import rapport.kit.id.Ids;
import rapport.kit.outbox.Outbox;
import rapport.kit.problem.NotFound;
import rapport.kit.sql.Sql;

/** Takes what a signed-in person asks for. Fulfilling it is the work of {@link Eraser}, and of the other services. */
@ApplicationScoped
class ErasureService {
    private static final String HOLDS_ANYTHING = """
            select 1
            where  exists (select 1 from person where subject = ? and status = 'ACTIVE')
            or     exists (select 1 from contact where owner = ?)
            """;

    private final ErasureTable erasures;
    private final PersonalKeys people;
    private final ErasedIdentities identities;
    private final Outbox outbox;
    private final DataSource database;
    private final Clock clock;

    ErasureService(
            ErasureTable erasures,
            PersonalKeys people,
            ErasedIdentities identities,
            Outbox outbox,
            DataSource database,
            Clock clock) {
        this.erasures = erasures;
        this.people = people;
        this.identities = identities;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
    }

    /** At any time and any number of times: one open request per account, by a constraint. */
    @Transactional
    public Erasure request(String subject) {
        String hash = hash(subject);
        try (Connection connection = database.getConnection()) {
            Optional<Erasure> before = erasures.latest(connection, hash);
            if (before.isPresent() && (isOpen(before.get()) || !holdsAnything(connection, subject))) {
                return before.get();
            }
            List<UUID> persons = people.of(connection, subject);
            var erasure = Erasure.requested(
                    Ids.next(), persons.isEmpty() ? Ids.next() : persons.getFirst(), subject, clock.instant());
            if (erasures.insert(connection, erasure, hash, people.keys(connection, persons))) {
                outbox.append(Confirmations.request(erasure, subject));
                return erasure;
            }
            return erasures.latest(connection, hash).orElseThrow();
        } catch (SQLException failure) {
            throw new IllegalStateException("an erasure could not be asked for", failure);
        }
    }

    @Transactional
    public Erasure latest(String subject) {
        try (Connection connection = database.getConnection()) {
            return erasures.latest(connection, hash(subject)).orElseThrow(() -> new NotFound("erasure"));
        } catch (SQLException failure) {
            throw new IllegalStateException("an erasure could not be read", failure);
        }
    }

    private static boolean isOpen(Erasure erasure) {
        return erasure.state() == ErasureState.REQUESTED;
    }

    private static boolean holdsAnything(Connection connection, String subject) throws SQLException {
        return !Sql.query(connection, HOLDS_ANYTHING, row -> 1, subject, subject)
                .isEmpty();
    }

    private String hash(String subject) {
        return identities.hash("subject\n" + subject);
    }
}
