package rapport.contacts.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

/** Finds the speakers of the sessions that somebody attended. */
@ApplicationScoped
class Suggestions {
    private static final String HEARD = """
            select distinct on (s.id) s.id as speaker_id, s.person_id, s.display_name, s.credentials, s.affiliation,
                   n.id as session_id, n.title
            from   person me
            join   attendance a on a.person_id = me.id and a.attended
            join   session n on n.id = a.session_id and n.status = 'ACTIVE'
            cross  join lateral unnest(n.speaker_ids) as x (speaker_id)
            join   speaker s on s.id = x.speaker_id and s.status = 'ACTIVE'
            left   join person them on them.id = s.person_id
            where  me.subject = :owner and me.status = 'ACTIVE' and them.subject is distinct from :owner
            order  by s.id, n.starts_at desc nulls last, n.id
            """;

    private static final String PAGE = """
            select h.*
            from   (""" + HEARD + """
            ) h
            where  h.speaker_id > :after
            and    not exists (select 1
                               from   contact c
                               where  c.counterpart = h.person_id and c.owner = :owner and c.deleted_at is null)
            and    not exists (select 1 from dismissed_suggestion d where d.owner = :owner and d.speaker_id = h.speaker_id)
            order  by h.speaker_id
            limit  :fetch
            """;

    private static final String DISMISS = """
            with heard as (
                select h.speaker_id
                from   (""" + HEARD + """
                ) h
                where  h.speaker_id = :speaker
            ), dismissed as (
                insert into dismissed_suggestion (owner, speaker_id, dismissed_at)
                select :owner, speaker_id, :now from heard
                on conflict do nothing
            )
            select count(*) from heard
            """;

    private final EntityManager database;
    private final Clock clock;

    Suggestions(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Tuple> page(String owner, UUID after, int fetch) {
        List<?> rows = database.createNativeQuery(PAGE, Tuple.class)
                .setParameter("owner", owner)
                .setParameter("after", after)
                .setParameter("fetch", fetch)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }

    /** For good; twice is once. */
    @Transactional
    public void dismiss(String owner, UUID speaker) {
        Number heard = (Number) database.createNativeQuery(DISMISS)
                .setParameter("owner", owner)
                .setParameter("speaker", speaker)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult();
        if (heard.intValue() == 0) {
            throw new NotFound("suggestion");
        }
    }
}
