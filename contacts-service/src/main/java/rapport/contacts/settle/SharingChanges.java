package rapport.contacts.settle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** Notes that somebody changed what they share, so that their holders' contacts are brought in line and the other services told. */
@ApplicationScoped
public class SharingChanges {
    private static final String CHANGED = """
            insert into sharing_change as c (person_id)
            values (:person)
            on conflict (person_id) do update
            set    number = c.number + 1, again_at = null
            """;

    private final EntityManager database;

    SharingChanges(EntityManager database) {
        this.database = database;
    }

    /** To be the last thing in the transaction that changes it. The next look of the settlement, within seconds, carries it on. */
    @Transactional(TxType.MANDATORY)
    public void of(UUID person) {
        database.flush();
        database.createNativeQuery(CHANGED).setParameter("person", person).executeUpdate();
    }
}
