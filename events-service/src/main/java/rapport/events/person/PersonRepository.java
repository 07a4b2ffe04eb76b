package rapport.events.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {
    private static final String CLAIM = """
            insert into person_email (address, person_id, verified, created_at)
            values (:address, :person, false, :now)
            on conflict (address) do nothing
            """;

    Person lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Person> linkedTo(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    Optional<PersonEmail> email(String address) {
        return Optional.ofNullable(getEntityManager().find(PersonEmail.class, address));
    }

    List<PersonEmail> emails(UUID personId) {
        return getEntityManager()
                .createQuery("from PersonEmail where personId = :person order by address", PersonEmail.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /**
     * Gives a person an address that nobody has; the person's row may follow until the end of the transaction.
     *
     * @return false when somebody has the address, also when they got it at this very moment
     */
    boolean claim(String address, UUID personId, Instant now) {
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("address", address)
                        .setParameter("person", personId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Two requests that name the same new address take turns; the unique key alone would fail one of them. */
    void lockAddress(String address) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:address, 0))", Object.class)
                .setParameter("address", address)
                .getSingleResult();
    }
}
