package rapport.events.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/** Deletes people with their addresses. A tombstone tells those who hold copies. */
@ApplicationScoped
public class Farewell {
    private static final String ADDRESSES = """
            select address
            from   person_email
            where  person_id = any(?)
            order  by address
            """;

    /** Whoever registers with one of the addresses meanwhile waits until it is decided. */
    private static final String LOCK_ADDRESSES = """
            select pg_advisory_xact_lock(key)
            from   (select hashtextextended(address, 0) as key from unnest(?::text[]) as address order by key) as keys
            """;

    private static final String DELETE_ADDRESSES = "delete from person_email where person_id = any(?)";

    private static final String DELETE = "delete from person where id = any(?) returning id, version + 1 as version";

    private final Sql sql;
    private final Outbox outbox;
    private final ErasedAddresses erased;
    private final Clock clock;

    Farewell(Sql sql, Outbox outbox, ErasedAddresses erased, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * Holds the addresses of these people until the end of the transaction. Comes before locks on the people themselves: whoever
     * registers somebody takes them in this order.
     */
    @Transactional(TxType.MANDATORY)
    public void hold(Collection<UUID> people) {
        sql.query(LOCK_ADDRESSES, row -> 1, sql.query(ADDRESSES, row -> row.getString("address"), people));
    }

    /** Deletes people who did not ask for it: who names them again, names them anew. */
    @Transactional(TxType.MANDATORY)
    public int delete(Collection<UUID> people) {
        if (people.isEmpty()) {
            return 0;
        }
        sql.update(DELETE_ADDRESSES, people);
        List<PersonMessage> gone = sql.query(
                DELETE, row -> new PersonMessage.PersonDeleted(Sql.id(row, "id"), row.getLong("version")), people);
        outbox.append(gone.stream().map(PersonMessage::fact).toList());
        return gone.size();
    }

    /** Deletes somebody who asked for it: nobody else brings them back. */
    @Transactional(TxType.MANDATORY)
    public void erase(UUID person) {
        erased.add(sql.query(ADDRESSES, row -> row.getString("address"), List.of(person)), clock.instant());
        delete(List.of(person));
    }
}
