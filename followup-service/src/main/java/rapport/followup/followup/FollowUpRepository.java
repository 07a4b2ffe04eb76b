package rapport.followup.followup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.kit.paging.ChangeToken;
import rapport.kit.problem.NotFound;

/** Reads follow-ups, always for their owner: somebody else's is no follow-up. */
@ApplicationScoped
class FollowUpRepository implements PanacheRepositoryBase<FollowUp, UUID> {

    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /** A row of the list of changes. */
    record Changed(FollowUp followUp, ChangeToken token) {}

    FollowUp require(String owner, UUID id) {
        return find("id = ?1 and owner = ?2", id, owner)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("follow-up"));
    }

    /** Locks the progress first and reads then, as dispatchers do: what is read is what is changed. */
    FollowUp lock(String owner, UUID id) {
        List<?> locked = getEntityManager()
                .createNativeQuery("""
                        select follow_up_id
                        from   progress
                        where  follow_up_id = :id and owner = :owner
                        for update
                        """, UUID.class)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultList();
        if (locked.isEmpty()) {
            throw new NotFound("follow-up");
        }
        return findById(id);
    }

    /** Many at once, locked in one order for all; those that somebody else deletes meanwhile are left out. */
    List<FollowUp> lockAll(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery("""
                        select follow_up_id
                        from   progress
                        where  follow_up_id in (:ids)
                        order  by follow_up_id
                        for update
                        """, UUID.class)
                .setParameter("ids", ids)
                .getResultList();
        return find("select distinct f from FollowUp f left join fetch f.steps where f.id in ?1", ids)
                .list();
    }

    /** The newest first. */
    List<FollowUp> newest(String owner, FollowUpResource.Filter filter, Optional<UUID> before, int limit) {
        return find(
                        """
                        owner = :owner and id < :before and (:anyState = true or progress.state = :state)
                        and (:anyContact = true or contactId = :contact) and (:anyEvent = true or eventId = :event)
                        order by id desc
                        """,
                        Map.of(
                                "owner",
                                owner,
                                "before",
                                before.orElse(LAST),
                                "anyState",
                                filter.state() == null,
                                "state",
                                filter.state() == null ? FollowUpState.DRAFT : filter.state(),
                                "anyContact",
                                filter.contactId() == null,
                                "contact",
                                filter.contactId() == null ? LAST : filter.contactId(),
                                "anyEvent",
                                filter.eventId() == null,
                                "event",
                                filter.eventId() == null ? LAST : filter.eventId()))
                .page(0, limit)
                .list();
    }

    /** The position before every change that is not committed yet. */
    ChangeToken now() {
        Number xmin = (Number) getEntityManager()
                .createNativeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .getSingleResult();
        return new ChangeToken(xmin.longValue() - 1, LAST);
    }

    /** Changes after a position in the order of their transactions, none that a slower transaction could still precede. */
    List<Changed> changes(String owner, ChangeToken since, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select follow_up_id, change_xid::text::bigint
                        from   progress
                        where  owner = :owner
                        and    (change_xid, follow_up_id) > (cast(cast(:xid as text) as xid8), :id)
                        and    change_xid < pg_snapshot_xmin(pg_current_snapshot())
                        order  by change_xid, follow_up_id
                        limit  :limit
                        """)
                .setParameter("owner", owner)
                .setParameter("xid", Long.toString(since.xid()))
                .setParameter("id", since.id())
                .setParameter("limit", limit)
                .getResultList();
        Map<UUID, FollowUp> found = list(
                        "id in ?1", rows.stream().map(row -> row[0]).toList())
                .stream()
                .collect(Collectors.toMap(FollowUp::id, Function.identity()));
        return rows.stream()
                .map(row -> new Changed(found.get(row[0]), new ChangeToken((Long) row[1], (UUID) row[0])))
                .toList();
    }

    /** Whether this owner wrote to this contact before. */
    boolean wroteBefore(FollowUp followUp) {
        return count(
                        "owner = ?1 and contactId = ?2 and id <> ?3 and progress.state in ?4",
                        followUp.owner(),
                        followUp.asked().contactId(),
                        followUp.id(),
                        List.of(FollowUpState.SENT, FollowUpState.REPLIED, FollowUpState.UNCERTAIN))
                > 0;
    }

    /** Whether it was drafted for an audience that its recipient does not belong to any more. */
    boolean leftItsAudience(FollowUp followUp, UUID person) {
        return followUp.audienceId() != null
                && !(Boolean) getEntityManager()
                        .createNativeQuery("select audience_matches(:audience, :person)", Boolean.class)
                        .setParameter("audience", followUp.audienceId())
                        .setParameter("person", person)
                        .getSingleResult();
    }

    /** To how many other contacts this owner says exactly the same. */
    int sameBodyElsewhere(FollowUp followUp, Step step) {
        if (step.bodyHash() == null) {
            return 0;
        }
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                        select count(distinct f.contact_id)
                        from   step s
                        join   follow_up f on f.id = s.follow_up_id
                        join   progress p on p.follow_up_id = f.id
                        where  s.body_hash = :hash and f.contact_id <> :contact
                        and    p.state in ('SCHEDULED', 'HELD', 'SENDING', 'SENT', 'REPLIED', 'UNCERTAIN')
                        """)
                        .setParameter("hash", step.bodyHash())
                        .setParameter("contact", followUp.asked().contactId())
                        .getSingleResult())
                .intValue();
    }
}
