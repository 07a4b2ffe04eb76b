package rapport.events.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;

/** Finds and keeps many people at once, by a constant number of statements. The rules are those of {@link Person#learn}. */
@ApplicationScoped
public class PeopleBulk {
    /** Imports take turns: two of them that claim the same addresses in another order would wait for each other for ever. */
    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('rapport.people.bulk', 0))";

    private static final String CLAIM = """
            insert into person_email (address, person_id, verified, created_at)
            select address, person_id, false, ?
            from   unnest(?::text[], ?::uuid[]) as told (address, person_id)
            order  by address
            on conflict (address) do nothing
            returning address
            """;

    private static final String OWNERS = "select address, person_id from person_email where address = any(?::text[])";

    private final PeopleTable table;
    private final EntityManager entities;
    private final Sql sql;
    private final PersonPublisher publisher;
    private final ErasedAddresses erased;
    private final Clock clock;

    PeopleBulk(
            PeopleTable table,
            EntityManager entities,
            Sql sql,
            PersonPublisher publisher,
            ErasedAddresses erased,
            Clock clock) {
        this.table = table;
        this.erased = erased;
        this.entities = entities;
        this.sql = sql;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Before the first call of an import: waits until no other import is at work. */
    @Transactional(TxType.MANDATORY)
    public void takeTurns() {
        sql.query(TAKE_TURNS, row -> 1);
    }

    /**
     * The people with these normalised addresses, created where nobody has one.
     *
     * @return the id of the person for each address; none for an {@linkplain ErasedAddresses erased} one
     */
    @Transactional(TxType.MANDATORY)
    public Map<String, UUID> withAddresses(Map<String, PersonDetails> told) {
        if (told.isEmpty()) {
            return Map.of();
        }
        entities.flush();
        Instant now = clock.instant();
        Set<String> gone = erased.among(told.keySet());
        Map<String, UUID> found = claimed(
                told.keySet().stream()
                        .filter(address -> !gone.contains(address))
                        .toList(),
                now);
        Map<UUID, PersonDetails> added = new LinkedHashMap<>();
        Map<UUID, PersonDetails> known = new LinkedHashMap<>();
        told.forEach((address, details) -> {
            if (found.containsKey(address)) {
                added.put(found.get(address), details);
            }
        });
        sql.query(OWNERS, row -> found.put(row.getString("address"), Sql.id(row, "person_id")), told.keySet());
        told.forEach((address, details) -> {
            if (found.containsKey(address) && !added.containsKey(found.get(address))) {
                known.put(found.get(address), details);
            }
        });
        table.insert(added, now);
        var changed = new ArrayList<>(added.keySet());
        changed.addAll(table.learn(known, now));
        publisher.publish(changed);
        return found;
    }

    /** Which of these addresses are of people who had their data erased and have not come back. */
    public Set<String> erased(Set<String> addresses) {
        return addresses.isEmpty() ? Set.of() : erased.among(addresses);
    }

    /** New people whose addresses nobody has told yet, in the order of the details. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> withoutAddress(List<PersonDetails> told) {
        Map<UUID, PersonDetails> added = new LinkedHashMap<>();
        told.forEach(details -> added.put(Ids.next(), details));
        table.insert(added, clock.instant());
        publisher.publish(added.keySet());
        return List.copyOf(added.keySet());
    }

    /** Tells more about people who are known. */
    @Transactional(TxType.MANDATORY)
    public void teach(Map<UUID, PersonDetails> told) {
        entities.flush();
        publisher.publish(table.learn(told, clock.instant()));
    }

    private Map<String, UUID> claimed(List<String> addresses, Instant now) {
        Map<String, UUID> wanted = new HashMap<>();
        addresses.forEach(address -> wanted.put(address, Ids.next()));
        List<UUID> ids = addresses.stream().map(wanted::get).toList();
        Map<String, UUID> claimed = new HashMap<>();
        sql.query(
                CLAIM,
                row -> claimed.put(row.getString("address"), wanted.get(row.getString("address"))),
                now,
                addresses,
                ids);
        return claimed;
    }
}
