package rapport.contacts.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** Receipts as both sides read them, latest first. */
@ApplicationScoped
class ReceiptReader {
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

    // What was given to all at an event was given to the holder as well, if they met the person there.
    private static final String HELD = "with mine as (" + """
            select t.*, c.id as contact_id
            from   consent_receipt t
            left   join contact c on c.counterpart = t.person_id and c.owner = t.holder
            where  t.holder = :holder and t.id < :before
            union  all
            select t.*, c.id
            from   contact c
            join   consent_receipt t on t.person_id = c.counterpart and t.holder is null
            where  c.owner = :holder and c.person_id is not null and c.deleted_at is null and t.id < :before
            and    jsonb_exists(c.state -> 'encounters', cast(t.event_id as text)))
            select """ + " " + COMMON + """
                   cast(null as uuid) as card_id, cast(null as bigint) as card_version, t.contact_id, cast(null as text) as holder_name
            from   mine t
            order  by t.id desc
            limit  :fetch
            """;

    private final EntityManager database;

    ReceiptReader(EntityManager database) {
        this.database = database;
    }

    List<Tuple> given(UUID person, UUID before, int fetch) {
        return page(database.createNativeQuery(GIVEN, Tuple.class).setParameter("person", person), before, fetch);
    }

    List<Tuple> held(String holder, UUID before, int fetch) {
        return page(database.createNativeQuery(HELD, Tuple.class).setParameter("holder", holder), before, fetch);
    }

    private static List<Tuple> page(Query query, UUID before, int fetch) {
        List<?> rows = query.setParameter("before", before)
                .setParameter("fetch", fetch)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }
}
