package rapport.contacts.contact;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.paging.ChangeToken;
import rapport.kit.problem.NotFound;

/** Contacts as their owners read them. */
@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, Contact.Key> {
    static final UUID LAST = new UUID(-1, -1);

    private static final String LIST = """
            select c.*
            from   contact c
            where  c.owner = :owner and c.id > :after and c.id <= :end and c.merged_into is null and c.deleted_at is null
            %s
            order  by c.id
            limit  :fetch
            """;

    // The last row of the stretch, and whether there is one behind it.
    private static final String STRETCH = """
            select id
            from   contact
            where  owner = :owner and id > :after
            order  by id
            offset :last
            limit  2
            """;

    private static final String STRETCH_BEFORE = """
            select id
            from   contact
            where  owner = :owner and id < :before
            order  by id desc
            offset :last
            limit  2
            """;

    private static final String CHANGES = """
            select cast(cast(c.change_xid as text) as bigint), c.id
            from   contact c
            where  c.owner = :owner and c.change_xid < pg_snapshot_xmin(pg_current_snapshot())
            and    (c.change_xid, c.id) > (cast(cast(:xid as text) as xid8), :id)
            order  by c.change_xid, c.id
            limit  :fetch
            """;

    private static final String NOW = "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(:key)";

    private final EntityManager database;
    private final List<SignOfTouch> signsOfTouch;

    ContactRepository(EntityManager database, @All List<SignOfTouch> signsOfTouch) {
        this.database = database;
        this.signsOfTouch = List.copyOf(signsOfTouch);
    }

    /** The owner's contact, or its alias. */
    Contact require(String owner, UUID id) {
        return findByIdOptional(new Contact.Key(owner, id))
                .filter(contact -> !contact.isDeleted())
                .orElseThrow(() -> new NotFound("contact"));
    }

    /** Where an alias leads to in the end, however often that was folded. */
    UUID surviving(String owner, Contact alias) {
        Contact contact = alias;
        while (contact.mergedInto() != null) {
            contact = findById(new Contact.Key(owner, contact.mergedInto()));
        }
        return contact.id();
    }

    Optional<Contact> ofPerson(String owner, UUID person) {
        return find("owner = ?1 and counterpart = ?2", owner, person).firstResultOptional();
    }

    /** Keeps every other writer of the owner's contacts out until the end of the transaction. Comes before the reading. */
    void lock(String owner) {
        database.createNativeQuery(LOCK)
                .setParameter("key", ContactTable.lockKey(owner))
                .getSingleResult();
    }

    /**
     * The end of a stretch of so many contacts after an id, in the order of their ids; empty when the owner has no more than these.
     */
    Optional<UUID> endOfStretch(String owner, UUID after, int contacts) {
        List<?> ids = database.createNativeQuery(STRETCH)
                .setParameter("owner", owner)
                .setParameter("after", after)
                .setParameter("last", contacts - 1)
                .getResultList();
        return ids.size() < 2 ? Optional.empty() : Optional.of((UUID) ids.getFirst());
    }

    /** As {@link #endOfStretch}, the other way: so many contacts before an id, the latest first. */
    Optional<UUID> endOfStretchBefore(String owner, UUID before, int contacts) {
        List<?> ids = database.createNativeQuery(STRETCH_BEFORE)
                .setParameter("owner", owner)
                .setParameter("before", before)
                .setParameter("last", contacts - 1)
                .getResultList();
        return ids.size() < 2 ? Optional.empty() : Optional.of((UUID) ids.getFirst());
    }

    /** @param end the last id that may be looked at */
    @SuppressWarnings("unchecked")
    List<Contact> page(String owner, ContactFilter filter, UUID after, UUID end, int fetch) {
        var query = database.createNativeQuery(LIST.formatted(filter.conditions(signsOfTouch)), Contact.class)
                .setParameter("owner", owner)
                .setParameter("after", after)
                .setParameter("end", end)
                .setParameter("fetch", fetch);
        filter.values().forEach(query::setParameter);
        return query.getResultList();
    }

    /** Where the sequence of changes stands: everything that commits from now on comes after it. */
    ChangeToken now() {
        long running = ((Number) database.createNativeQuery(NOW).getSingleResult()).longValue();
        return new ChangeToken(running - 1, LAST);
    }

    /** The positions of the changes after a token, in their order. */
    List<ChangeToken> changes(String owner, ChangeToken since, int fetch) {
        List<?> rows = database.createNativeQuery(CHANGES)
                .setParameter("owner", owner)
                .setParameter("xid", Long.toString(since.xid()))
                .setParameter("id", since.id())
                .setParameter("fetch", fetch)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new ChangeToken(((Number) row[0]).longValue(), (UUID) row[1]))
                .toList();
    }

    List<Contact> withIds(String owner, List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("owner = ?1 and id in ?2", owner, ids);
    }
}
