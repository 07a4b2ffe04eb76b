package rapport.events.speaker;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.problem.NotFound;

/** The pairs of speakers that may be one human. What is proposed, or was dismissed, is not proposed again. */
@ApplicationScoped
class MergeProposals implements PanacheRepositoryBase<MergeProposal, UUID> {
    private static final String PAIR = """
            insert into speaker_merge_proposal (id, event_id, speaker_id, other_id, reason, status, created_at)
            select uuidv7(), ?, least(a, b), greatest(a, b), 'EMAIL', 'OPEN', ?
            from   (values (cast(? as uuid), cast(? as uuid))) as pair (a, b)
            on conflict (speaker_id, other_id) do nothing
            """;

    private static final String SAME_ORCID = """
            insert into speaker_merge_proposal (id, event_id, speaker_id, other_id, reason, status, created_at)
            select uuidv7(), event_id, speaker_id, other_id, 'ORCID', 'OPEN', ?
            from   (select distinct a.event_id, least(a.id, b.id) as speaker_id, greatest(a.id, b.id) as other_id
                    from   speaker a
                    join   speaker b on b.event_id = a.event_id and b.orcid = a.orcid and b.id <> a.id
                    where  a.id = any(?) and a.status = 'ACTIVE' and b.status = 'ACTIVE') as pair
            on conflict (speaker_id, other_id) do nothing
            """;

    /** What was open about the speaker that is gone is open about the one that is left. */
    private static final String INHERITED = """
            insert into speaker_merge_proposal (id, event_id, speaker_id, other_id, reason, status, created_at)
            select uuidv7(), event_id, least(third, kept), greatest(third, kept), reason, 'OPEN', created_at
            from   (select event_id, reason, created_at, cast(? as uuid) as kept,
                           case when speaker_id = ? then other_id else speaker_id end as third
                    from   speaker_merge_proposal
                    where  status = 'OPEN' and ? in (speaker_id, other_id)) as open
            where  third <> kept
            on conflict (speaker_id, other_id) do nothing
            """;

    private static final String FORGOTTEN =
            "delete from speaker_merge_proposal where status = 'OPEN' and ? in (speaker_id, other_id)";

    private final Sql sql;
    private final Clock clock;

    MergeProposals(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The address of one was told of the other.
     *
     * @return true when this is new
     */
    boolean propose(UUID eventId, UUID speakerId, UUID otherId) {
        flush();
        return sql.update(PAIR, eventId, clock.instant(), speakerId, otherId) > 0;
    }

    /** Looks for others of the event with the same ORCID iD. */
    void proposeSameOrcid(Collection<UUID> speakerIds) {
        if (!speakerIds.isEmpty()) {
            flush();
            sql.update(SAME_ORCID, clock.instant(), speakerIds);
        }
    }

    void inherit(UUID keptId, UUID goneId) {
        flush();
        sql.update(INHERITED, keptId, goneId, goneId);
        sql.update(FORGOTTEN, goneId);
    }

    /** Somebody who is removed is nobody's double. */
    void forget(UUID speakerId) {
        flush();
        sql.update(FORGOTTEN, speakerId);
    }

    MergeProposal lock(UUID eventId, UUID id) {
        return find("id = ?1 and eventId = ?2", id, eventId)
                .withLock(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("merge proposal"));
    }

    List<MergeProposal> page(UUID eventId, MergeStatus status, UUID after, int limit) {
        return find("eventId = ?1 and status = ?2 and id > ?3 order by id", eventId, status, after)
                .page(0, limit)
                .list();
    }

    /** The other speaker of the oldest open proposal about this one; null when there is none. */
    UUID otherOf(UUID speakerId) {
        Optional<MergeProposal> open = find(
                        "status = ?1 and (speakerId = ?2 or otherId = ?2) order by id", MergeStatus.OPEN, speakerId)
                .firstResultOptional();
        return open.map(proposal -> proposal.without(speakerId)).orElse(null);
    }
}
