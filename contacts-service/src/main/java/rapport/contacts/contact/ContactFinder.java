package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import rapport.contacts.details.Words;

/**
 * Compares a stretch of an owner's contacts with words, contact by contact: what that takes depends on the stretch only, not on how many
 * people there are whom the words fit.
 */
@ApplicationScoped
class ContactFinder {
    // A contact is not found by what its person does not share. Notes count less than names: they mention others.
    // "offset 0" keeps
    // people, speakers and notes from being read as a whole.
    private static final String FIND = """
            with recursive looked as materialized (
                select c.id, c.words, c.person_id, c.counterpart, c.speaker_id, c.state -> 'encounters' as encounters,
                       c.shares_card or not jsonb_exists(c.state, 'own') as shows
                from   contact c
                where  c.owner = :owner and c.id < :before and c.id >= :end and c.merged_into is null and c.deleted_at is null
            ), member as (
                select id as top, shows as top_shows, id, person_id, encounters, shows
                from   looked
                union  all
                select m.top, m.top_shows, a.id, a.person_id, a.state -> 'encounters', a.shares_card or not jsonb_exists(a.state, 'own')
                from   member m
                join   contact a on a.owner = :owner and a.merged_into = m.id
            ), text as (
                select id, 'DETAILS' as place, words
                from   looked
                where  words like :like or :plain <% words
                union  all
                select m.top, 'CARD', case when 'AFFILIATION' = any (shared.fields) then p.words else p.name_words end
                from   member m
                cross  join lateral (select p.id, p.words, p.name_words
                                     from   person p
                                     where  p.id = m.person_id and p.status = 'ACTIVE' and (p.words like :like or :plain <% p.words)
                                     offset 0) p
                cross  join lateral shared_with(p.id, :owner, m.encounters) shared
                where  m.shows and m.top_shows and shared.fields is not null
                union  all
                select l.id, 'SPEAKER', s.words
                from   looked l
                cross  join lateral (select s.words
                                     from   speaker s
                                     where  s.id = l.speaker_id and s.person_id = l.counterpart and s.status = 'ACTIVE'
                                     offset 0) s
            ), found as (
                select id, place, greatest(word_similarity(:plain, words), cast(case when words like :like then 0.9 end as real)) as score
                from   text
                where  words like :like or :plain <% words
                union  all
                select l.id, 'NOTES', cast(0.5 as real)
                from   looked l
                cross  join lateral (select 1
                                     from   note n
                                     where  n.owner = :owner and n.contact_id = l.id and n.body ilike :typed
                                     limit  1) n
            )
            select f.id, max(f.score) as score, string_agg(distinct f.place, ',' order by f.place) as places
            from   found f
            group  by f.id
            having (max(f.score), f.id) < (cast(:score as real), cast(:after as uuid))
            order  by score desc, f.id desc
            limit  :fetch
            """;

    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager database;

    ContactFinder(EntityManager database) {
        this.database = database;
    }

    /**
     * A place in the hits.
     *
     * @param before the stretch holds contacts with smaller ids than this one
     * @param score of the hit that was shown last; within the stretch all that fit better were shown
     * @param after its id
     */
    record Position(UUID before, float score, UUID after) {
        static final Position START = startOf(LAST);

        static Position startOf(UUID before) {
            return new Position(before, 2, LAST);
        }

        Position after(Hit hit) {
            return new Position(before, hit.score(), hit.id());
        }
    }

    record Hit(UUID id, float score, List<ContactHit.Place> places) {}

    /**
     * The hits in a stretch after a position, best first.
     *
     * @param end the smallest id of the stretch
     */
    List<Hit> find(String owner, String text, Position from, UUID end, int fetch) {
        String plain = Words.plain(text);
        List<?> rows = database.createNativeQuery(FIND)
                .setParameter("owner", owner)
                .setParameter("before", from.before())
                .setParameter("end", end)
                .setParameter("plain", plain)
                .setParameter("like", containing(plain.isEmpty() ? text : plain))
                .setParameter("typed", containing(text.strip()))
                .setParameter("score", from.score())
                .setParameter("after", from.after())
                .setParameter("fetch", fetch)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Hit((UUID) row[0], ((Number) row[1]).floatValue(), places((String) row[2])))
                .toList();
    }

    private static List<ContactHit.Place> places(String names) {
        return Arrays.stream(names.split(",")).map(ContactHit.Place::valueOf).toList();
    }

    private static String containing(String text) {
        return '%' + text.replaceAll("[\\\\%_]", "\\\\$0") + '%';
    }
}
