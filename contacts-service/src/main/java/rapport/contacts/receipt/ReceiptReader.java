package rapport.contacts.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Receipts as both sides read them, latest first; what is held by very many contacts, a stretch of contacts after the other. */
@ApplicationScoped
class ReceiptReader {
    static final UUID LAST = new UUID(-1, -1);

    private static final String COMMON = """
            t.id, t.kind, t.through, t.purpose, t.event_id, array_to_string(t.fields, ',') as fields,
                   cast(extract(epoch from t.given_at) * 1000 as bigint) as given_at,
            """;

    private static final String GIVEN = "select " + COMMON + """
                   t.card_id, t.card_version, c.id as contact_id, a.display_name as holder_name
            from   consent_receipt t
            left   join contact c on c.counterpart = t.person_id and c.owner = t.holder
            left   join lateral (select p.display_name
                                 from   person p
                                 where  p.subject = t.holder and p.status = 'ACTIVE'
                                 order  by p.id
                                 limit  1) a on true
            where  t.person_id = :person and t.id < :before
            order  by t.id desc
            limit  :fetch
            """;

    // What was given to all at an event was given to the holder as well, if they met the person there. What has no
    // contact stands with
    // the latest ones.
    private static final String HELD = """
            with looked as materialized (
                select c.id, c.counterpart, c.person_id is not null and c.deleted_at is null as met, c.state -> 'encounters' as encounters
                from   contact c
                where  c.owner = :holder and c.id < :top and c.id >= :end
            ), mine as (
                select t.*, l.id as contact_id
                from   looked l
                cross  join lateral (select t.* from consent_receipt t where t.person_id = l.counterpart offset 0) t
                where  t.holder = :holder or t.holder is null and l.met and jsonb_exists(l.encounters, cast(t.event_id as text))
                union  all
                select t.*, cast(null as uuid)
                from   consent_receipt t
                where  :latest and t.holder = :holder
                and    not exists (select 1 from contact c where c.counterpart = t.person_id and c.owner = t.holder)
            )
            select """ + " " + COMMON + """
                   cast(null as uuid) as card_id, cast(null as bigint) as card_version, t.contact_id, cast(null as text) as holder_name
            from   mine t
            where  t.id < :before
            order  by t.id desc
            limit  :fetch
            """;

    private static final String STRETCH = """
            select id
            from   contact
            where  owner = :holder and id < :top
            order  by id desc
            offset :last
            limit  2
            """;

    private final EntityManager database;

    ReceiptReader(EntityManager database) {
        this.database = database;
    }

    List<Tuple> given(UUID person, UUID before, int fetch) {
        return page(database.createNativeQuery(GIVEN, Tuple.class).setParameter("person", person), before, fetch);
    }

    /** The end of a stretch of so many of the holder's contacts before an id; empty when there are no more than these. */
    Optional<UUID> endOfStretch(String holder, UUID top, int contacts) {
        List<?> ids = database.createNativeQuery(STRETCH)
                .setParameter("holder", holder)
                .setParameter("top", top)
                .setParameter("last", contacts - 1)
                .getResultList();
        return ids.size() < 2 ? Optional.empty() : Optional.of((UUID) ids.getFirst());
    }

    /**
     * Of the contacts in a stretch.
     *
     * @param top their ids are smaller than this one
     * @param end the smallest id of the stretch
     */
    List<Tuple> held(String holder, UUID top, UUID end, UUID before, int fetch) {
        return page(
                database.createNativeQuery(HELD, Tuple.class)
                        .setParameter("holder", holder)
                        .setParameter("top", top)
                        .setParameter("end", end)
                        .setParameter("latest", top.equals(LAST)),
                before,
                fetch);
    }

    private static List<Tuple> page(Query query, UUID before, int fetch) {
        List<?> rows = query.setParameter("before", before)
                .setParameter("fetch", fetch)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }
}
