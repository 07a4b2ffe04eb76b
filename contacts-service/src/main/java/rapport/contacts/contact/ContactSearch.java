package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.contacts.details.Words;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;

/**
 * Finds an owner's contacts by words, whatever their spelling: both sides are compared in plain Latin letters
 * ({@link Words}), and similar trigrams are enough.
 */
@ApplicationScoped
class ContactSearch {
    // A contact is not found by what its person does not share. Notes count less than names: they mention others.
    private static final String FIND = """
            with found as (
                select c.id, 'DETAILS' as place, greatest(word_similarity(:plain, c.words), cast(case when c.words like :like then 0.9 end as real)) as score
                from   contact c
                where  c.owner = :owner and c.words is not null and (:plain <%% c.words or c.words like :like)
                union  all
                select case when c.merged_into is null then c.id else surviving_contact(c.owner, c.id) end, 'CARD',
                       greatest(word_similarity(:plain, w.words), cast(case when w.words like :like then 0.9 end as real))
                from   person p
                join   contact c on c.counterpart = p.id and c.owner = :owner
                %s
                and    (:plain <%% p.words or p.words like cast(:indexed as text)) and p.status = 'ACTIVE'
                and    (:plain <%% w.words or w.words like :like)
                union  all
                select c.id, 'SPEAKER', greatest(word_similarity(:plain, s.words), cast(case when s.words like :like then 0.9 end as real))
                from   speaker s
                join   contact c on c.counterpart = s.person_id and c.owner = :owner and c.speaker_id = s.id
                where  (:plain <%% s.words or s.words like cast(:indexed as text)) and s.status = 'ACTIVE'
                union  all
                select n.contact_id, 'NOTES', cast(0.5 as real)
                from   note n
                where  n.owner = :owner and n.body ilike :typed
            )
            select f.id, max(f.score) as score, string_agg(distinct f.place, ',' order by f.place) as places
            from   found f
            join   contact c on c.owner = :owner and c.id = f.id and c.merged_into is null and c.deleted_at is null
            where  f.place <> 'CARD' or c.shares_card or not jsonb_exists(c.state, 'own')
            group  by f.id
            having (max(f.score), f.id) < (cast(:score as real), cast(:after as uuid))
            order  by score desc, f.id desc
            limit  :fetch
            """.formatted(ContactViews.SHARED_NOW.replace("where ", """
                cross  join lateral (select case when 'AFFILIATION' = any (shared.fields) then p.words else p.name_words end as words) w
                where """));

    private static final UUID LAST = new UUID(-1, -1);

    private final ContactRepository contacts;
    private final ContactViews views;
    private final EntityManager database;
    private final Cursors cursors;

    ContactSearch(ContactRepository contacts, ContactViews views, EntityManager database, Cursors cursors) {
        this.contacts = contacts;
        this.views = views;
        this.database = database;
        this.cursors = cursors;
    }

    private record Hit(UUID id, float score, String places) {}

    /** Best first. */
    @Transactional
    public Page<ContactHit> find(String owner, SearchRequest request) {
        String plain = Words.plain(request.text());
        String scope = "contact-search:" + owner + ':' + plain;
        List<String> at = request.cursor() == null ? null : cursors.decode(scope, request.cursor(), "/cursor");
        List<Hit> hits = hits(
                owner,
                request,
                plain,
                at == null ? 2 : Float.parseFloat(at.get(0)),
                at == null ? LAST : UUID.fromString(at.get(1)));
        List<Hit> shown = hits.subList(0, Math.min(hits.size(), request.hits()));
        Map<UUID, ContactView> found =
                views
                        .of(
                                owner,
                                contacts.withIds(
                                        owner, shown.stream().map(Hit::id).toList()))
                        .stream()
                        .collect(Collectors.toMap(ContactView::id, Function.identity()));
        String next = hits.size() > shown.size()
                ? cursors.encode(scope, shown.getLast().score(), shown.getLast().id())
                : null;
        return new Page<>(
                shown.stream()
                        .map(hit -> new ContactHit(hit.score(), places(hit.places()), found.get(hit.id())))
                        .toList(),
                next,
                null);
    }

    private List<Hit> hits(String owner, SearchRequest request, String plain, float score, UUID after) {
        List<?> rows = database.createNativeQuery(FIND)
                .setParameter("owner", owner)
                .setParameter("plain", plain)
                .setParameter("like", containing(plain.isEmpty() ? request.text() : plain))
                .setParameter("indexed", isIndexed(plain) ? containing(plain) : null)
                .setParameter("typed", containing(request.text().strip()))
                .setParameter("score", score)
                .setParameter("after", after)
                .setParameter("fetch", request.hits() + 1)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Hit((UUID) row[0], ((Number) row[1]).floatValue(), (String) row[2]))
                .toList();
    }

    private static List<ContactHit.Place> places(String names) {
        return Arrays.stream(names.split(",")).map(ContactHit.Place::valueOf).toList();
    }

    /** Whether the trigram index helps: it has nothing for one or two Latin letters, and everybody's cards are too many to read. */
    private static boolean isIndexed(String plain) {
        return plain.length() > 2 || plain.chars().anyMatch(c -> c > 0x7F);
    }

    private static String containing(String text) {
        return '%' + text.replaceAll("[\\\\%_]", "\\\\$0") + '%';
    }
}
