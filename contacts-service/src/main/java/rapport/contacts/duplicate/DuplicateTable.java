package rapport.contacts.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.ContactViews;
import rapport.kit.problem.NotFound;

/**
 * Finds the pairs in one owner's contacts. Only contacts with a key in common are compared, and a key that more than 20 contacts
 * have says nothing. A name alone makes no pair: it takes the same affiliation or a common event.
 */
@ApplicationScoped
class DuplicateTable {
    // What a person does not share is not compared either: a suggestion would tell it.
    // A reason is the bit of its ordinal: ten thousand contacts make a hundred thousand pairs, and those are not judged
    // by texts.
    private static final String FIND = """
            with recursive mine as materialized (
                select c.owner, c.id, c.keys, c.person_id, c.speaker_id, c.state, c.shares_card,
                       array(select jsonb_object_keys(c.state -> 'encounters')) as events
                from   contact c
                where  c.owner = :owner and c.merged_into is null and c.deleted_at is null
            ), key as materialized (
                select c.id, k.key collate "C" as key
                from   mine c
                cross  join lateral unnest(c.keys) as k (key)
                union
                select c.id, k.key
                from   mine c
                join   person p on p.id = c.person_id and p.status = 'ACTIVE'
                cross  join lateral unnest(p.keys) as k (key)
                where  %s
                union
                select c.id, k.key
                from   mine c
                join   speaker s on s.id = c.speaker_id and s.status = 'ACTIVE'
                cross  join lateral unnest(s.keys) as k (key)
            ), block as (
                select key, 1 << strpos('oleqnipf', left(key, 1)) - 1 as reason
                from   key
                where  key not like 'a:%%'
                group  by key
                having count(*) between 2 and 20
            ), pair as (
                select a.id as one_id, b.id as other_id, bit_or(block.reason) as common
                from   block
                join   key a on a.key = block.key
                join   key b on b.key = block.key and a.id < b.id
                group  by a.id, b.id
            ), place as materialized (
                select id, array_agg(key) as keys
                from   key
                where  key like 'a:%%'
                group  by id
            ), met as materialized (
                select p.one_id, p.other_id,
                       p.common | case when here.keys && there.keys then 256 else 0 end
                                | case when one.events && other.events then 512 else 0 end as common
                from   pair p
                join   mine one on one.id = p.one_id
                join   mine other on other.id = p.other_id
                left   join place here on here.id = p.one_id
                left   join place there on there.id = p.other_id
            ), judged as (
                select one_id, other_id, common,
                       case when common & 1 > 0     then 1.0   -- ORCID
                            when common & 2 > 0     then 0.98  -- LINKEDIN
                            when common & 4 > 0     then 0.97  -- EMAIL
                            when common & 8 > 0     then 0.95  -- PHONE_AND_NAME
                            when common & 784 = 784 then 0.9   -- NAME, AFFILIATION and EVENT
                            when common & 272 = 272 then 0.85  -- NAME and AFFILIATION
                            when common & 528 = 528 then 0.8   -- NAME and EVENT
                            when common & 288 = 288 then 0.65  -- INITIALS and AFFILIATION
                            when common & 64 > 0    then 0.6   -- PHONE
                            when common & 544 = 544 then 0.55  -- INITIALS and EVENT
                            when common & 128 > 0   then 0.5   -- OFFICE_EMAIL
                       end as score
                from   met
            ), way as (
                select d.one_id, d.other_id, d.one_id as at, c.merged_into as next, 1 as side
                from   contact_distinct d
                join   contact c on c.owner = d.owner and c.id = d.one_id
                where  d.owner = :owner
                union  all
                select d.one_id, d.other_id, d.other_id, c.merged_into, 2
                from   contact_distinct d
                join   contact c on c.owner = d.owner and c.id = d.other_id
                where  d.owner = :owner
                union  all
                select w.one_id, w.other_id, c.id, c.merged_into, w.side
                from   way w
                join   contact c on c.owner = :owner and c.id = w.next
            ), apart as (
                select least(a.at, b.at) as one_id, greatest(a.at, b.at) as other_id
                from   way a
                join   way b on b.one_id = a.one_id and b.other_id = a.other_id and b.side = 2 and b.next is null
                where  a.side = 1 and a.next is null
            )
            select one_id, other_id, cast(score as double precision), common
            from   judged j
            where  score is not null
            and    (:certain = '' or cast(score >= 0.95 as text) = :certain)
            and    not exists (select 1 from apart x where x.one_id = j.one_id and x.other_id = j.other_id)
            and    (score < :score or score = :score and (one_id, other_id) > (:one, :other))
            order  by score desc, one_id, other_id
            limit  :fetch
            """.formatted(ContactViews.COMPARABLE_NOW);

    private static final String OWN = """
            select count(*)
            from   contact c
            where  c.owner = :owner and c.id in (:one, :other) and c.deleted_at is null
            """;

    private static final String DISTINCT = """
            insert into contact_distinct (owner, one_id, other_id, decided_at)
            values (:owner, least(cast(:one as uuid), :other), greatest(cast(:one as uuid), :other), :now)
            on conflict do nothing
            """;

    private final EntityManager database;
    private final Clock clock;

    DuplicateTable(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A place in the list: after this pair. */
    record Position(double score, UUID one, UUID other) {
        static final Position START = new Position(2, new UUID(0, 0), new UUID(0, 0));
    }

    @Transactional
    public List<DuplicateView> page(String owner, Certainty certainty, Position after, int fetch) {
        List<?> rows = database.createNativeQuery(FIND)
                .setParameter("owner", owner)
                .setParameter("certain", certainty == null ? "" : Boolean.toString(certainty == Certainty.CERTAIN))
                .setParameter("score", after.score())
                .setParameter("one", after.one())
                .setParameter("other", after.other())
                .setParameter("fetch", fetch)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static DuplicateView view(Object[] row) {
        double score = ((Number) row[2]).doubleValue();
        int common = ((Number) row[3]).intValue();
        List<Reason> reasons = Arrays.stream(Reason.values())
                .filter(reason -> (common & 1 << reason.ordinal()) != 0)
                .toList();
        return new DuplicateView(
                (UUID) row[0], (UUID) row[1], score >= 0.95 ? Certainty.CERTAIN : Certainty.SUGGESTED, score, reasons);
    }

    /** Remembers that two contacts are two people. Saying it again changes nothing. */
    @Transactional
    public void distinct(String owner, UUID one, UUID other) {
        Object own = database.createNativeQuery(OWN)
                .setParameter("owner", owner)
                .setParameter("one", one)
                .setParameter("other", other)
                .getSingleResult();
        if (((Number) own).intValue() < 2) {
            throw new NotFound("contact");
        }
        database.createNativeQuery(DISTINCT)
                .setParameter("owner", owner)
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
