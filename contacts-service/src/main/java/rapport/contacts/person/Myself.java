package rapport.contacts.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which person somebody is who is signed in. */
@ApplicationScoped
public class Myself {
    private static final String FIND =
            "select id from person where subject = :subject and status = 'ACTIVE' order by id limit 1";

    private final EntityManager database;

    Myself(EntityManager database) {
        this.database = database;
    }

    /** Empty as long as no message said who signs in as that. */
    public Optional<UUID> find(String subject) {
        return first(FIND, subject);
    }

    /** Keeps everybody else from changing what the person shares until the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> locked(String subject) {
        return first(FIND + " for no key update", subject);
    }

    private Optional<UUID> first(String sql, String subject) {
        List<?> found =
                database.createNativeQuery(sql).setParameter("subject", subject).getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }
}
