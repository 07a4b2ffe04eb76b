package rapport.events.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;

/** Finds and keeps many people at once, by a constant number of statements and batches. */
@ApplicationScoped
public class PeopleBulk {
    /** In the order of the keys, so that two imports with the same addresses wait for each other instead of for ever. */
    private static final String LOCK_ADDRESSES = """
            select pg_advisory_xact_lock(key)
            from   (select hashtextextended(address, 0) as key from unnest(?::text[]) as address order by key) as keys
            """;

    private final EntityManager entities;
    private final Sql sql;
    private final PersonPublisher publisher;
    private final ErasedAddresses erased;
    private final Clock clock;

    PeopleBulk(
            EntityManager entities, Sql sql, PersonPublisher publisher, ErasedAddresses erased, Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.publisher = publisher;
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * The people with these normalised addresses, created where nobody has one.
     *
     * @return the id of the person for each address; none for an {@linkplain ErasedAddresses erased} one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, UUID> withAddresses(Map<String, PersonDetails> told) {
        if (told.isEmpty()) {
            return Map.of();
        }
        sql.query(LOCK_ADDRESSES, row -> 1, told.keySet());
        Set<String> gone = erased.among(told.keySet());
        Map<String, UUID> owners = owners(told);
        Map<UUID, Person> known = people(owners);
        Instant now = clock.instant();
        var changed = new ArrayList<UUID>();
        var found = new HashMap<String, UUID>();
        told.forEach((address, details) -> {
            UUID owner = owners.get(address);
            if (owner == null && gone.contains(address)) {
                return;
            }
            if (owner == null) {
                var person = new Person(Ids.next(), details, now);
                entities.persist(person);
                entities.persist(new PersonEmail(address, person.id(), now));
                changed.add(person.id());
                found.put(address, person.id());
                return;
            }
            if (known.get(owner).learn(details, now)) {
                changed.add(owner);
            }
            found.put(address, owner);
        });
        publisher.publish(changed);
        return found;
    }

    private Map<String, UUID> owners(Map<String, PersonDetails> told) {
        return entities.createQuery("from PersonEmail where address in :addresses", PersonEmail.class)
                .setParameter("addresses", told.keySet())
                .getResultStream()
                .collect(Collectors.toMap(PersonEmail::address, PersonEmail::personId));
    }

    private Map<UUID, Person> people(Map<String, UUID> owners) {
        List<UUID> ids = owners.values().stream().distinct().toList();
        return entities.createQuery("from Person where id in :ids order by id", Person.class)
                .setParameter("ids", ids)
                .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
