package rapport.contacts.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

/** Who sees something of a person at the moment. The id of a holding is that of the holder's contact of the person. */
@ApplicationScoped
class Holders {
    // The contacts come in their order, and what they see is asked of as many as are needed.
    private static final String SELECT = """
            select c.id, c.owner, array_to_string(s.fields, ',') as fields, k.card_id,
                   cast((select coalesce(jsonb_agg(jsonb_build_object('eventId', e.id, 'name', e.name) order by e.id), '[]')
                         from   event e
                         where  jsonb_exists(c.state -> 'encounters', cast(e.id as text))
                         and    e.id in (select r.event_id from registration r where r.person_id = c.counterpart)) as text) as events,
                   a.display_name
            from   (select * from contact where counterpart = :person and %s order by id offset 0) c
            cross  join lateral shared_with(c.counterpart, c.owner, c.state -> 'encounters') s
            left   join consent k on k.person_id = c.counterpart and k.holder = c.owner
            left   join lateral (select p.display_name
                                 from   person p
                                 where  p.subject = c.owner and p.status = 'ACTIVE'
                                 order  by p.id
                                 limit  1) a on true
            where  c.person_id is not null and c.deleted_at is null
            """;

    private static final String PAGE =
            SELECT.formatted("id > :after and id <= :end") + " and s.fields is not null order by c.id limit :fetch";

    private static final String STRETCH = """
            select id
            from   contact
            where  counterpart = :person and id > :after
            order  by id
            offset :last
            limit  2
            """;

    private static final String AT = SELECT.formatted("true")
            + " and s.fields is not null and (:event = '' or jsonb_exists(c.state -> 'encounters', :event)) order by c.owner";

    private static final String ONE = SELECT.formatted("id = :id");

    private final EntityManager database;

    Holders(EntityManager database) {
        this.database = database;
    }

    /** @param fields what the holder sees, without values; empty when it is nothing */
    record Holding(UUID id, String holder, String name, List<String> fields, UUID card, List<Meeting> events) {
        private static Holding of(Tuple row) {
            String fields = row.get("fields", String.class);
            return new Holding(
                    row.get("id", UUID.class),
                    row.get("owner", String.class),
                    row.get("display_name", String.class),
                    fields == null ? List.of() : List.of(fields.split(",")),
                    row.get("card_id", UUID.class),
                    Meeting.list(row.get("events", String.class)));
        }
    }

    /** The end of a stretch of so many contacts of the person after an id; empty when there are no more than these. */
    Optional<UUID> endOfStretch(UUID person, UUID after, int contacts) {
        List<?> ids = database.createNativeQuery(STRETCH)
                .setParameter("person", person)
                .setParameter("after", after)
                .setParameter("last", contacts - 1)
                .getResultList();
        return ids.size() < 2 ? Optional.empty() : Optional.of((UUID) ids.getFirst());
    }

    /** @param end the last id that may be looked at */
    List<Holding> page(UUID person, UUID after, UUID end, int fetch) {
        return read(database.createNativeQuery(PAGE, Tuple.class)
                .setParameter("person", person)
                .setParameter("after", after)
                .setParameter("end", end)
                .setParameter("fetch", fetch)
                .getResultList());
    }

    /** @param event null for all */
    List<Holding> at(UUID person, UUID event) {
        return read(database.createNativeQuery(AT, Tuple.class)
                .setParameter("person", person)
                .setParameter("event", event == null ? "" : event.toString())
                .getResultList());
    }

    /** Also when it shows nothing any more. */
    Holding require(UUID person, UUID id) {
        Optional<Holding> found = read(database.createNativeQuery(ONE, Tuple.class)
                        .setParameter("person", person)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
        return found.orElseThrow(() -> new NotFound("holder"));
    }

    private static List<Holding> read(List<?> rows) {
        return rows.stream().map(row -> Holding.of((Tuple) row)).toList();
    }
}
