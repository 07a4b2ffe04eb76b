package rapport.contacts.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

/** Requests as the person reads them who was asked. Of the one who asks they see what that one's own card shows. */
@ApplicationScoped
class ConsentRequests {
    private static final String SELECT = """
            select k.id, k.version, k.state, cast(extract(epoch from k.asked_at) * 1000 as bigint) as asked_at,
                   a.display_name, a.affiliation,
                   cast((select coalesce(jsonb_agg(jsonb_build_object('eventId', e.id, 'name', e.name) order by e.id), '[]')
                         from   registration r
                         join   event e on e.id = r.event_id
                         where  r.person_id = k.person_id and jsonb_exists(c.state -> 'encounters', cast(e.id as text))) as text) as events
            from   consent k
            join   contact c on c.counterpart = k.person_id and c.owner = k.holder and c.deleted_at is null
            left   join lateral (select p.display_name,
                                        case when s.id is null or 'AFFILIATION' = any (s.shown) then p.affiliation end as affiliation
                                 from   person p
                                 left   join share_card s on s.id = p.card_id
                                 where  p.subject = k.holder and p.status = 'ACTIVE'
                                 order  by p.id
                                 limit  1) a on true
            where  k.person_id = :person
            """;

    // Who sees a card anyway does not wait for an answer.
    private static final String PAGE = SELECT + """
            and    k.state = :state and k.id > :after and k.id <= :end
            and    (k.state <> 'ASKED'
                    or not exists (select 1
                                   from   shared_with(k.person_id, k.holder, c.state -> 'encounters') s
                                   where  s.fields is not null))
            order  by k.id
            limit  :fetch
            """;

    private static final String STRETCH = """
            select id
            from   consent
            where  person_id = :person and state = :state and id > :after
            order  by id
            offset :last
            limit  2
            """;

    private static final String ONE = SELECT + " and k.id = :id";

    private final EntityManager database;

    ConsentRequests(EntityManager database) {
        this.database = database;
    }

    /** The end of a stretch of so many requests after an id; empty when there are no more than these. */
    Optional<UUID> endOfStretch(UUID person, ConsentState state, UUID after, int requests) {
        List<?> ids = database.createNativeQuery(STRETCH)
                .setParameter("person", person)
                .setParameter("state", state.name())
                .setParameter("after", after)
                .setParameter("last", requests - 1)
                .getResultList();
        return ids.size() < 2 ? Optional.empty() : Optional.of((UUID) ids.getFirst());
    }

    /** @param end the last id that may be looked at */
    List<Tuple> page(UUID person, ConsentState state, UUID after, UUID end, int fetch) {
        return read(database.createNativeQuery(PAGE, Tuple.class)
                .setParameter("person", person)
                .setParameter("state", state.name())
                .setParameter("after", after)
                .setParameter("end", end)
                .setParameter("fetch", fetch)
                .getResultList());
    }

    Tuple require(UUID person, UUID id) {
        Optional<Tuple> found = read(database.createNativeQuery(ONE, Tuple.class)
                        .setParameter("person", person)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
        return found.orElseThrow(() -> new NotFound("request"));
    }

    private static List<Tuple> read(List<?> rows) {
        return rows.stream().map(Tuple.class::cast).toList();
    }
}
