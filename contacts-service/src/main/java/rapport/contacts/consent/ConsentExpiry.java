package rapport.contacts.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import rapport.contacts.contact.ContactTransaction;
import rapport.kit.upkeep.Chore;

/** Takes requests off the list of what is open that were not answered in time. Who asked learns nothing of it. */
@ApplicationScoped
class ConsentExpiry implements Chore {
    private static final String EXPIRE = """
            with late as (
                select person_id, holder
                from   consent
                where  state = 'ASKED' and asked_at <= ?
                order  by asked_at
                limit  500
                for update skip locked
            )
            update consent k
            set    state = 'EXPIRED', changed_at = ?, version = version + 1
            from   late l
            where  k.person_id = l.person_id and k.holder = l.holder
            """;

    private final ContactTransaction transaction;
    private final Clock clock;
    private final ConsentConfig config;

    ConsentExpiry(ContactTransaction transaction, Clock clock, ConsentConfig config) {
        this.transaction = transaction;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public int runOnce() throws SQLException {
        Instant now = clock.instant();
        return transaction.commit(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EXPIRE)) {
                statement.setObject(1, now.minus(config.expiry()).atOffset(ZoneOffset.UTC));
                statement.setObject(2, now.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }
}
